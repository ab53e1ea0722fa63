using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Documents.Pictures;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Evidence;

public sealed class EvidenceServiceTests : IDisposable
{
    private readonly TestDatabase database = new();
    private readonly Agency agency;
    private readonly Core.Accounts.UserAccount user;

    public EvidenceServiceTests()
    {
        agency = Given.Agency(database, "huong-son");
        user = Given.User(database, agency);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task AddAsync_PhonePicture_KeepsBothHashesSizeAndDay()
    {
        var bytes = EvidenceFiles.PhonePicture();

        var result = await AddAsync("IMG_0001.JPG", bytes);

        Assert.Null(result.Refusal);
        var row = await RowAsync(result.File!.Id);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), row.SourceSha256);
        Assert.NotEqual(row.SourceSha256, row.Sha256);
        Assert.Equal((32, 64, new DateOnly(2026, 4, 5), user.Id), (row.Width, row.Height, row.TakenOn, row.AddedById));
        Assert.Equal(row.Length, (await new FileStore(database.Files).ReadAsync(row.Sha256, Cancellation)).Length);
        Assert.NotEmpty(await new FileStore(database.Files).ReadAsync(row.ThumbnailSha256!, Cancellation));
    }

    [Theory]
    [InlineData("giấy mời.docx", EvidenceFiles.WordMain, EvidenceKind.Docx, "giấy mời.docx")]
    [InlineData("danh sách.xlsx", EvidenceFiles.ExcelMain, EvidenceKind.Xlsx, "danh sách.xlsx")]
    [InlineData("danh sách.docx", EvidenceFiles.ExcelMain, EvidenceKind.Xlsx, "danh sách.xlsx")]
    public async Task AddAsync_Document_IsKnownByWhatIsInIt(string name, string mainType, EvidenceKind kind, string kept)
    {
        var result = await AddAsync(name, EvidenceFiles.Office(mainType));

        Assert.Equal((null, kind, kept), (result.Refusal, result.File?.Kind, result.File?.FileName));
    }

    [Fact]
    public async Task AddAsync_Pdf_IsKeptToTheByte()
    {
        var result = await AddAsync("QĐ 14.pdf", EvidenceFiles.Pdf());

        await using var content = (await ServiceAsync(service => service.OpenAsync(result.File!.Id, Cancellation)))!.Content;
        using var read = new MemoryStream();
        await content.CopyToAsync(read, Cancellation);
        Assert.Equal(EvidenceFiles.Pdf(), read.ToArray());
    }

    [Theory]
    [InlineData(@"C:\Users\canbo\Desktop\ảnh họp.png", "ảnh họp.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("gpj.‮exe", "gpj.exe.jpg")]
    [InlineData("", "tep.jpg")]
    [InlineData("   ", "tep.jpg")]
    public async Task AddAsync_AnyName_IsKeptPlain(string name, string kept) =>
        Assert.Equal(kept, (await AddAsync(name, EvidenceFiles.Picture())).File!.FileName);

    [Fact]
    public async Task AddAsync_VeryLongName_FitsWithItsExtension()
    {
        var name = (await AddAsync(new string('ữ', 5000) + ".pdf", EvidenceFiles.Pdf())).File!.FileName;

        Assert.InRange(name.Length, 200, Attachment.FileNameLength);
        Assert.EndsWith("ữ.pdf", name, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], EvidenceRefusal> Refused() => new()
    {
        { "trống.pdf", [], EvidenceRefusal.Empty },
        { "chương trình.pdf", [.. "MZ\x90\0"u8, .. new byte[500]], EvidenceRefusal.TypeNotAllowed },
        { "ảnh.jpg", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), EvidenceRefusal.TypeNotAllowed },
        { "ảnh.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. "<script>alert(1)</script>"u8], EvidenceRefusal.Damaged },
        { "ảnh.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), EvidenceRefusal.TypeNotAllowed },
        { "ảnh.png", EvidenceFiles.PngHeader(60_000, 60_000), EvidenceRefusal.TooManyPixels },
        { "cắt.pdf", EvidenceFiles.Pdf()[..40], EvidenceRefusal.Damaged },
        { "macro.docx", EvidenceFiles.Office("application/vnd.ms-word.document.macroEnabled.main+xml"), EvidenceRefusal.HasMacros },
        { "macro.docx", EvidenceFiles.Office(EvidenceFiles.WordMain, ("word/vbaProject.bin", [1])), EvidenceRefusal.HasMacros },
        { "macro4.xlsx", EvidenceFiles.Office(EvidenceFiles.ExcelMain, ("xl/macrosheets/sheet1.xml", [1])), EvidenceRefusal.HasMacros },
        { "bom.docx", EvidenceFiles.Office(EvidenceFiles.WordMain, ("word/media.bin", new byte[50_000_000])), EvidenceRefusal.Damaged },
        { "nhiều.docx", EvidenceFiles.Office(EvidenceFiles.WordMain, [.. Enumerable.Range(0, 6000).Select(i => ($"{i}", Array.Empty<byte>()))]), EvidenceRefusal.Damaged },
        { "lối ra.docx", EvidenceFiles.Office(EvidenceFiles.WordMain, ("../../x", [1])), EvidenceRefusal.Damaged },
        { "nén.docx", EvidenceFiles.Office("text/plain"), EvidenceRefusal.TypeNotAllowed },
        { "cắt.docx", EvidenceFiles.Office()[..200], EvidenceRefusal.Damaged },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task AddAsync_FileThatLies_IsRefusedAndLeavesNothing(string name, byte[] bytes, EvidenceRefusal refusal)
    {
        Assert.Equal(new EvidenceResult(refusal, null), await AddAsync(name, bytes));

        await using var db = database.Open();
        Assert.Equal(0, await db.Attachments.CountAsync(Cancellation));
        Assert.Empty(Directory.Exists(database.Files) ? Directory.GetFiles(database.Files, "*", SearchOption.AllDirectories) : []);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, EvidenceRefusal.TooLarge)]
    public async Task AddAsync_AtTheLimitOfTheSetting_IsTheLastAccepted(int over, EvidenceRefusal? refusal)
    {
        database.Add(new PortalSettings { MaxUploadMegabytes = 2 });
        byte[] end = [.. EvidenceFiles.Pdf()];
        byte[] bytes = [.. "%PDF-1.4\n"u8, .. new byte[(2 * 1024 * 1024) + over - 9 - end.Length], .. end];

        Assert.Equal(refusal, (await AddAsync("lớn.pdf", bytes)).Refusal);
    }

    [Fact]
    public async Task AddAsync_SecondPersonsSameFile_IsKeptOnce()
    {
        await AddAsync("một.pdf", EvidenceFiles.Pdf());
        await AddAsync("hai.pdf", EvidenceFiles.Pdf());

        Assert.Single(Directory.GetFiles(database.Files, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task AttachPendingAsync_OwnFiles_GoWithTheRowAndOthersDoNot()
    {
        var activity = Activity();
        var mine = (await AddAsync("của tôi.pdf", EvidenceFiles.Pdf())).File!.Id;
        var colleague = Given.User(database, agency, "dongnghiep");
        var theirs = (await AddAsync("của người khác.pdf", EvidenceFiles.Pdf(), colleague)).File!.Id;

        await using (var db = database.Open(Given.Scope(user)))
        {
            Assert.Null(await db.CheckPendingAsync(EvidenceOwner.Activity(activity.Id), [mine], Cancellation));
            Assert.Equal(EvidenceRefusal.Gone, await db.CheckPendingAsync(EvidenceOwner.Activity(activity.Id), [mine, theirs], Cancellation));
            await db.AttachPendingAsync(EvidenceOwner.Activity(activity.Id), [mine, theirs], Cancellation);
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal([mine], (await ServiceAsync(service => service.ListAsync(EvidenceOwner.Activity(activity.Id), Cancellation))).Select(file => file.Id));
        Assert.Null((await RowAsync(theirs)).ActivityId);
    }

    [Fact]
    public async Task OpenAsync_PendingFile_IsTheUploadersAlone()
    {
        var id = (await AddAsync("chưa lưu.pdf", EvidenceFiles.Pdf())).File!.Id;
        var colleague = Given.User(database, agency, "dongnghiep");

        Assert.Null(await ServiceAsync(service => service.OpenAsync(id, Cancellation), colleague));
        Assert.Equal(EvidenceRefusal.NotFound, (await ServiceAsync(service => service.DeleteAsync(id, Cancellation), colleague)).Refusal);
    }

    [Fact]
    public async Task OpenAsync_AnotherAgencys_IsNotThere()
    {
        var activity = Activity();
        var id = (await AddAsync("kiểm chứng.jpg", EvidenceFiles.Picture(), owner: EvidenceOwner.Activity(activity.Id))).File!.Id;
        var other = Given.User(database, Given.Agency(database, "son-trung"));

        Assert.Null(await ServiceAsync(service => service.OpenAsync(id, Cancellation), other));
        Assert.Null(await ServiceAsync(service => service.OpenThumbnailAsync(id, Cancellation), other));
        Assert.Equal(EvidenceRefusal.NotFound, (await ServiceAsync(service => service.DeleteAsync(id, Cancellation), other)).Refusal);
        Assert.Equal(EvidenceRefusal.NotFound, (await AddAsync("x.pdf", EvidenceFiles.Pdf(), other, EvidenceOwner.Activity(activity.Id))).Refusal);
    }

    [Fact]
    public async Task DeleteAsync_ThenRestore_BringsTheFileBack()
    {
        var owner = EvidenceOwner.Activity(Activity().Id);
        var id = (await AddAsync("một.pdf", EvidenceFiles.Pdf(), owner: owner)).File!.Id;

        await ServiceAsync(service => service.DeleteAsync(id, Cancellation));
        Assert.Empty(await ServiceAsync(service => service.ListAsync(owner, Cancellation)));
        Assert.Equal([id], (await ServiceAsync(service => service.ListRemovedAsync(owner, Cancellation))).Select(file => file.Id));

        Assert.Null((await ServiceAsync(service => service.RestoreAsync(id, Cancellation))).Refusal);
        Assert.Equal([id], (await ServiceAsync(service => service.ListAsync(owner, Cancellation))).Select(file => file.Id));
    }

    [Fact]
    public async Task AddAsync_FiftyFirstFileOfARow_IsRefused()
    {
        var owner = EvidenceOwner.Activity(Activity().Id);
        using (var db = database.Open())
        {
            db.Attachments.AddRange(Enumerable.Range(0, EvidenceService.MaxFilesPerRow).Select(i => Row(owner.ActivityId, $"{i}.pdf")));
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(EvidenceRefusal.TooManyFiles, (await AddAsync("nữa.pdf", EvidenceFiles.Pdf(), owner: owner)).Refusal);
        var pending = (await AddAsync("chờ.pdf", EvidenceFiles.Pdf())).File!.Id;
        await using var check = database.Open(Given.Scope(user));
        Assert.Equal(EvidenceRefusal.TooManyFiles, await check.CheckPendingAsync(owner, [pending], Cancellation));
    }

    [Fact]
    public async Task AddAsync_HundredFirstPendingFile_IsRefused()
    {
        using (var db = database.Open())
        {
            db.Attachments.AddRange(Enumerable.Range(0, EvidenceService.MaxPendingFiles).Select(i => Row(null, $"{i}.pdf")));
            db.Attachments.Local.First().DeletedUtc = database.Time.Now.UtcDateTime;
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(EvidenceRefusal.TooManyFiles, (await AddAsync("nữa.pdf", EvidenceFiles.Pdf())).Refusal);
    }

    [Fact]
    public async Task WithoutEvidence_FileLinkOrNumber_CountsEach()
    {
        var bare = Activity();
        var withFile = Activity();
        var withLink = Activity();
        var withNumber = Activity();
        var withRemovedFile = Activity();
        await AddAsync("một.pdf", EvidenceFiles.Pdf(), owner: EvidenceOwner.Activity(withFile.Id));
        database.Add(new ActivityLink { AgencyId = agency.Id, ActivityId = withLink.Id, Url = "https://huongson.gov.vn/tin" });
        var document = database.Add(new Core.References.ReferenceDocument { AgencyId = agency.Id, Year = 2026, Kind = "Kế hoạch", Number = "11/KH-UBND", Subject = "tuyên truyền" });
        database.Add(new ActivityReference { AgencyId = agency.Id, ActivityId = withNumber.Id, ReferenceDocumentId = document.Id });
        var removed = (await AddAsync("hai.pdf", EvidenceFiles.Pdf(), owner: EvidenceOwner.Activity(withRemovedFile.Id))).File!.Id;
        await ServiceAsync(service => service.DeleteAsync(removed, Cancellation));

        await using var db = database.Open(Given.Scope(user));
        Assert.Equal([bare.Id, withRemovedFile.Id], await db.PropagandaActivities.WithoutEvidence().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task RunAsync_AfterADay_RemovesWhatWasNeverSavedAndKeepsTheRest()
    {
        var owner = EvidenceOwner.Activity(Activity().Id);
        var pending = (await AddAsync("chờ.jpg", EvidenceFiles.Picture())).File!.Id;
        var attached = (await AddAsync("đã lưu.pdf", EvidenceFiles.Pdf(), owner: owner)).File!.Id;
        var samePending = (await AddAsync("cùng tệp.pdf", EvidenceFiles.Pdf())).File!.Id;

        database.Time.Now += TimeSpan.FromHours(23);
        await CleanAsync();
        Assert.NotNull(await ServiceAsync(service => service.OpenAsync(pending, Cancellation)));
        var late = (await AddAsync("mới.png", EvidenceFiles.Picture(SkiaSharp.SKEncodedImageFormat.Png))).File!.Id;

        database.Time.Now += TimeSpan.FromHours(2);
        await CleanAsync();

        await using var db = database.Open();
        Assert.Equal([attached, late], await db.Attachments.IgnoreQueryFilters().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(Cancellation));
        Assert.Contains(await db.AuditEntries.ToListAsync(Cancellation), entry => entry.Action == Core.Audit.AuditAction.Removed && entry.EntityId == $"{samePending}");
        // The PDF of both PDF rows, and the late picture with its thumbnail.
        Assert.Equal(3, Directory.GetFiles(database.Files, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task RunAsync_LeftoverOfAPowerCut_IsRemovedAfterADay()
    {
        Directory.CreateDirectory(database.Files);
        var leftover = Path.Combine(database.Files, "leftover.tmp");
        await File.WriteAllTextAsync(leftover, "x", Cancellation);
        File.SetLastWriteTimeUtc(leftover, database.Time.Now.UtcDateTime);

        await CleanAsync();
        Assert.True(File.Exists(leftover));
        database.Time.Now += TimeSpan.FromHours(25);
        await CleanAsync();

        Assert.False(File.Exists(leftover));
    }

    private Attachment Row(long? activityId, string name) => new()
    {
        AgencyId = agency.Id,
        ActivityId = activityId,
        FileName = name,
        ContentType = EvidenceKind.Pdf.ContentType(),
        Length = 1,
        Sha256 = new string('0', 64),
        SourceSha256 = new string('0', 64),
        AddedUtc = database.Time.Now.UtcDateTime,
        AddedById = user.Id,
    };

    private PropagandaActivity Activity()
    {
        using var db = database.Open();
        var channel = db.PropagandaChannels.SingleOrDefault()
            ?? database.Add(new PropagandaChannel { Code = "loa", Name = "Loa truyền thanh", Mode = ChannelMode.Traditional, Position = 1, ValidFrom = new DateOnly(2020, 1, 1) });
        return database.Add(new PropagandaActivity
        {
            AgencyId = agency.Id,
            Title = "Phát thanh",
            Year = 2026,
            StartsOn = new DateOnly(2026, 4, 5),
            EndsOn = new DateOnly(2026, 4, 5),
            ChannelId = channel.Id,
        });
    }

    private Task<EvidenceResult> AddAsync(string name, byte[] bytes, Core.Accounts.UserAccount? by = null, EvidenceOwner? owner = null) =>
        ServiceAsync(service => service.AddAsync(owner, name, new MemoryStream(bytes), Cancellation), by);

    private async Task<T> ServiceAsync<T>(Func<EvidenceService, Task<T>> act, Core.Accounts.UserAccount? by = null)
    {
        await using var db = database.Open(Given.Scope(by ?? user));
        return await act(Service(db));
    }

    private EvidenceService Service(CchcDbContext db) => new(db, new FileStore(database.Files, database.Time), new SkiaPictureRewriter(), database.Time);

    private async Task CleanAsync()
    {
        await using var db = database.Open();
        await new EvidenceCleanup(db, new FileStore(database.Files, database.Time), database.Time).RunAsync(Cancellation);
    }

    private async Task<Attachment> RowAsync(long id)
    {
        await using var db = database.Open();
        return await db.Attachments.IgnoreQueryFilters().SingleAsync(row => row.Id == id, Cancellation);
    }
}
