using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Documents.Packs;
using SonTrung.Cchc.Tests.Documents.Tables;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Scores;

public sealed class EvidencePackTests : IAsyncLifetime
{
    private readonly SampleDatabase samples = new();

    private FileStore Files => new(samples.Database.Files);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await new SamplePictures(Files).KeepAsync(
        ["ban-huong-dan", "hoi-truong", "loa-truyen-thanh", "man-hinh", "mot-cua", "nha-van-hoa", "pano", "phieu-khao-sat", "to-gap"], Cancellation);

    [Fact]
    public async Task Write_SampleYear_HoldsEveryFileUnderItsHash()
    {
        var entries = Read(await WriteAsync());

        var hashes = Encoding.ASCII.GetString(entries[EvidencePackZip.HashesName]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split("  ")).ToDictionary(parts => parts[1], parts => parts[0]);
        Assert.Equal(entries.Keys.Where(name => name != EvidencePackZip.HashesName).Order(), hashes.Keys.Order());
        Assert.All(hashes, row => Assert.Equal(row.Value, Convert.ToHexStringLower(SHA256.HashData(entries[row.Key]))));
        var agency = samples.Agency("xa-huong-son").Id;
        await using var db = samples.Database.Open();
        var expected = await db.Attachments.CountAsync(file => file.AgencyId == agency && file.ActivityId != null
            && db.PropagandaActivities.Any(row => row.Id == file.ActivityId && row.Year == 2026 && (row.PlanItemId != null || row.Channel!.Code != "thi-truc-tuyen")), Cancellation);
        Assert.Equal(expected + 2, entries.Count);
    }

    [Fact]
    public async Task Write_Unpacked_PassesSha256Sum()
    {
        var folder = Directory.CreateTempSubdirectory("cchc-pack-");
        try
        {
            using var zip = new ZipArchive(new MemoryStream(await WriteAsync()));
            zip.ExtractToDirectory(folder.FullName);
            var (exit, output) = await RunAsync(ExternalTool.Require("coreutils", "sha256sum"), folder.FullName, "-c", "--strict", EvidencePackZip.HashesName);

            Assert.True(exit == 0, output);
            Assert.Contains($"{EvidencePackZip.IndexName}: OK", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Write_SameDataTwice_GivesTheSameBytes() => Assert.Equal(await WriteAsync(), await WriteAsync());

    [Fact]
    public async Task Write_ToAWebServer_GoesOutInSmallPieces()
    {
        using var answer = new AsyncOnlyStream();

        await EvidencePackZip.WriteAsync(answer, await PackAsync(), Files, Cancellation);

        Assert.InRange(answer.Greatest, 1, 400_000);
        Assert.True(answer.Bytes.Length > answer.Greatest);
        Assert.Contains(EvidencePackZip.IndexName, Read(answer.Bytes).Keys);
    }

    [Fact]
    public async Task Write_DeletedFileAndAnotherAgencys_AreNotInIt()
    {
        var hidden = await AddFileAsync("xa-huong-son", "đã xóa.pdf", "đã xóa");
        var foreign = await AddFileAsync("son-trung", "của xã khác.pdf", "xã khác");
        var kept = await AddFileAsync("xa-huong-son", "Ảnh <chụp> /hội nghị\\..pdf", "giữ lại");
        await samples.ChangeAsync(db => db.Attachments.Single(file => file.Sha256 == hidden).DeletedUtc = DateTime.UtcNow);

        var entries = Read(await WriteAsync());

        var text = Encoding.ASCII.GetString(entries[EvidencePackZip.HashesName]);
        Assert.Contains(kept, text, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, text, StringComparison.Ordinal);
        var index = Encoding.UTF8.GetString(entries[EvidencePackZip.IndexName]);
        Assert.DoesNotContain("đã xóa", index, StringComparison.Ordinal);
        Assert.DoesNotContain("<chụp>", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_DeletedActivity_TakesItsFilesAlong()
    {
        var hash = await AddFileAsync("xa-huong-son", "hoạt động bỏ.pdf", "bỏ");
        await samples.ChangeAsync(db =>
        {
            var activity = db.Attachments.Where(file => file.Sha256 == hash).Select(file => file.ActivityId).Single();
            db.PropagandaActivities.Single(row => row.Id == activity).DeletedUtc = DateTime.UtcNow;
        });

        Assert.DoesNotContain(hash, Encoding.ASCII.GetString(Read(await WriteAsync())[EvidencePackZip.HashesName]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_OfEveryFile_AreSafeShortAndDifferent()
    {
        await AddFileAsync("xa-huong-son", "../../con.pdf", "một");
        await AddFileAsync("xa-huong-son", new string('đ', 200) + ".PDF", "hai");
        await AddFileAsync("xa-huong-son", "報告.pdf", "ba");

        var paths = (await PackAsync()).Files.Select(file => file.Path).ToList();

        Assert.Equal(paths.Count, paths.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(paths, path => Assert.Matches(@"^4\.[12]_[a-z0-9-]+/[0-9]{2,}_[a-z0-9-]+/[a-z0-9_-]+\.[a-z]+$", path));
        Assert.All(paths, path => Assert.InRange(path.Length, 1, 180));
    }

    [Fact]
    public async Task Index_NamesScoresRulesExplanationsActivitiesLinksAndDocuments()
    {
        var pack = await PackAsync("Đã đủ minh chứng & giải trình");
        using var output = new MemoryStream();
        await EvidencePackZip.WriteAsync(output, pack, Files, Cancellation);
        var entries = Read(output.ToArray());
        var index = XDocument.Parse(Encoding.UTF8.GetString(entries[EvidencePackZip.IndexName])).Root!;
        var text = index.Element("body")!.Value;

        Assert.Equal("vi", index.Attribute("lang")!.Value);
        Assert.Contains("Đạt 7/12 nhiệm vụ (58,3%): dưới 90%, 0 điểm", text, StringComparison.Ordinal);
        Assert.Contains("Đã đủ minh chứng & giải trình", text, StringComparison.Ordinal);
        Assert.Contains("tính đến ngày 23/11/2026", text, StringComparison.Ordinal);
        Assert.Contains("Kế hoạch số 18/KH-UBND ngày 16/01/2026", text, StringComparison.Ordinal);
        Assert.Contains("Hội nghị triển khai nhiệm vụ CCHC năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("1 cuộc; 86 lượt người", text, StringComparison.Ordinal);
        Assert.Contains("Hội trường UBND xã", text, StringComparison.Ordinal);
        var links = index.Descendants("a").Select(link => link.Attribute("href")!.Value).ToList();
        Assert.Contains("https://trang-mau.example/cchc/2025/12/22", links);
        var files = links.Where(link => link.Contains('/') && !link.StartsWith("http", StringComparison.Ordinal)).Distinct();
        Assert.Equal(entries.Keys.Where(name => name.Contains('/')).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(index.Descendants(), element => element.Name.LocalName is "script" or "link" or "img");
    }

    [Fact]
    public async Task Index_FileMissingOrChangedInTheStore_SaysSo()
    {
        var lost = await AddFileAsync("xa-huong-son", "mất.pdf", "mất");
        var changed = await AddFileAsync("xa-huong-son", "bị sửa.pdf", "gốc");
        File.Delete(PathOf(lost));
        await File.WriteAllTextAsync(PathOf(changed), "khác", Cancellation);

        var entries = Read(await WriteAsync());

        var index = Encoding.UTF8.GetString(entries[EvidencePackZip.IndexName]);
        Assert.Contains("(tệp không còn trong kho, không kèm theo)", index, StringComparison.Ordinal);
        Assert.Contains("(tệp khác với tệp đã lưu lúc nhập)", index, StringComparison.Ordinal);
        Assert.DoesNotContain(lost, Encoding.ASCII.GetString(entries[EvidencePackZip.HashesName]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pack_WithoutRules_IsNone()
    {
        await using var db = Open();

        Assert.Null(await Reader(db).ReadAsync(2020, Cancellation));
    }

    public ValueTask DisposeAsync()
    {
        samples.Dispose();
        return ValueTask.CompletedTask;
    }

    private string PathOf(string hash) => Path.Combine(samples.Database.Files, hash[..2], hash);

    private async Task<byte[]> WriteAsync()
    {
        using var output = new MemoryStream();
        await EvidencePackZip.WriteAsync(output, await PackAsync(), Files, Cancellation);
        return output.ToArray();
    }

    private async Task<EvidencePack> PackAsync(string? explanation = null)
    {
        await using var db = Open();
        if (explanation is not null)
        {
            await Service(db).ExplainAsync(2026, "4.2", Guid.Empty, explanation, Cancellation);
        }

        return (await Reader(db).ReadAsync(2026, Cancellation))!;
    }

    private SqliteCchcDbContext Open() =>
        samples.Database.Open(Given.Scope(Given.User(samples.Database, samples.Agency("xa-huong-son"), $"goi.{Guid.NewGuid():N}")));

    private ScoreService Service(CchcDbContext db) => new(db, new PlanProgressReader(db), samples.Database.Time);

    private EvidencePackReader Reader(CchcDbContext db) => new(db, Service(db), samples.Database.Time);

    /// <summary>A file of the agency's newest meeting, or of its newest work where it had none.</summary>
    private async Task<string> AddFileAsync(string code, string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var hash = await Files.SaveAsync(bytes, Cancellation);
        var agency = samples.Agency(code).Id;
        await samples.ChangeAsync(db => db.Add(new Attachment
        {
            AgencyId = agency,
            ActivityId = db.PropagandaActivities.Where(row => row.AgencyId == agency).OrderBy(row => row.Channel!.Code == "hoi-nghi" ? 0 : 1).ThenByDescending(row => row.StartsOn).Select(row => row.Id).First(),
            FileName = name,
            ContentType = "application/pdf",
            Length = bytes.Length,
            Sha256 = hash,
            SourceSha256 = hash,
            AddedUtc = DateTime.UtcNow,
        }));
        return hash;
    }

    private static Dictionary<string, byte[]> Read(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private static async Task<(int Exit, string Output)> RunAsync(string tool, string folder, params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation) + await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, output);
    }
}
