using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Infrastructure.Mail;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

public sealed class SmtpMailerTests
{
    private static readonly Mail Letter = new("vanphong@xa.example", "Đôn đốc", "Kính gửi");

    [Fact]
    public async Task Send_ToAServerWithoutEncryption_GivesNothingAwayWhenEncryptionIsAskedFor()
    {
        await using var server = new MailServer();
        var mailer = new SmtpMailer(new MailOptions { Host = "127.0.0.1", Port = server.Port, From = "cong@x.example", UserName = "cong", Password = "bi-mat-2026" });

        var refusal = await Assert.ThrowsAsync<MailNotSentException>(() => mailer.SendAsync(Letter, TestContext.Current.CancellationToken));

        Assert.DoesNotContain("bi-mat-2026", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) || line.Contains("bi-mat", StringComparison.Ordinal));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task Send_ToNobodyThere_SaysSo()
    {
        int port;
        await using (var gone = new MailServer())
        {
            port = gone.Port;
        }

        var mailer = new SmtpMailer(new MailOptions { Host = "127.0.0.1", Port = port, Security = MailSecurity.None, From = "cong@x.example" });

        var refusal = await Assert.ThrowsAsync<MailNotSentException>(() => mailer.SendAsync(Letter, TestContext.Current.CancellationToken));

        Assert.Equal("Không kết nối được máy chủ thư.", refusal.Message);
    }

    [Theory]
    [InlineData("Cchc:Mail:From", "")]
    [InlineData("Cchc:Mail:Port", "70000")]
    [InlineData("Cchc:Mail:UserName", "cong")]
    public void Settings_ThatWouldNotWork_StopTheStart(string name, string value)
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder();
        foreach (var (key, set) in new[] { ("Cchc:Mail:Host", "mail.example"), ("Cchc:Mail:From", "cong@x.example"), ("Cchc:Mail:Security", "None") })
        {
            builder.Configuration[key] = set;
        }

        builder.Configuration[name] = value;

        Assert.Contains("Cchc:Mail", Assert.Throws<PortalSettingsException>(() => builder.ReadPortalOptions()).Message, StringComparison.Ordinal);
    }
}
