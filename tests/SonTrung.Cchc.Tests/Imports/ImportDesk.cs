using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Imports;

/// <summary>A commune with small catalogues, a plan of 2026 with one line, and somebody who brings tables in.</summary>
internal sealed class ImportDesk : IDisposable
{
    /// <summary>The headings of most tests' tables.</summary>
    public const string Headings = "Ngày\tNội dung hoạt động\tPhương tiện, hình thức\t";

    public ImportDesk()
    {
        Agency = Given.Agency(Database, "huong-son");
        User = Given.User(Database, Agency);
        Given.Period(Database, Agency, 2026);
        Given.Period(Database, Agency, 2027);
        Radio = Channel("loa", "Truyền thanh cơ sở", 1);
        Online = Channel("zalo", "Zalo, Facebook", 2);
        Topic = Database.Add(new Topic { Code = "the-che", Name = "Cải cách thể chế", Position = 1, ValidFrom = DateOnly.MinValue });
        Broadcasts = Indicator("luot-phat", "Lượt phát", "lượt phát", 1);
        Leaflets = Indicator("to", "Tờ gấp, tờ rơi", "tờ", 2);
        Database.Add(new Indicator { Code = "cu", Name = "Cụm cũ", Unit = "cụm cũ", Position = 3, ValidFrom = DateOnly.MinValue, ValidTo = new DateOnly(2025, 12, 31) });
        Returned = Indicator("thu-ve", "Phiếu thu về", "phiếu thu về", 4);
        Content = Indicator("hai-long", "Phiếu hài lòng", "phiếu hài lòng", 5);
        Office = Database.Add(new Department { AgencyId = Agency.Id, Name = "Văn phòng HĐND và UBND", Position = 1, ValidFrom = DateOnly.MinValue });
        Document = Database.Add(new ReferenceDocument { AgencyId = Agency.Id, Year = 2026, Kind = "Kế hoạch", Number = "05/KH-UBND", Subject = "tuyên truyền", IsOwn = true });
        var plan = Database.Add(new Plan { AgencyId = Agency.Id, Year = 2026, Subject = "tuyên truyền CCHC" });
        Line = Database.Add(new PlanItem { AgencyId = Agency.Id, PlanId = plan.Id, Section = PlanSection.Form, Position = 0, Title = "Phát thanh hằng tuần" });
    }

    public TestDatabase Database { get; } = new();

    public Agency Agency { get; }

    public UserAccount User { get; }

    public PropagandaChannel Radio { get; }

    public PropagandaChannel Online { get; }

    public Topic Topic { get; }

    public Indicator Broadcasts { get; }

    public Indicator Leaflets { get; }

    public Indicator Returned { get; }

    public Indicator Content { get; }

    public Department Office { get; }

    public ReferenceDocument Document { get; }

    public PlanItem Line { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ImportService Service(CchcDbContext db, TestDatabase database) => new(
        db, new FileStore(database.Files, database.Time), new ActivityService(db, database.Time), new PlanItemService(db, database.Time), database.Time);

    /// <summary>Does something with the service as somebody, in a context of its own as requests have.</summary>
    public async Task<T> AsAsync<T>(Func<ImportService, Task<T>> act, UserAccount? person = null)
    {
        await using var db = Database.Open(Given.Scope(person ?? User));
        return await act(Service(db, Database));
    }

    public Task<ImportTemplate> TemplateAsync(ImportKind kind) => AsAsync(service => service.TemplateAsync(kind, 2026, Cancellation));

    public Task<ImportResult> ReceiveAsync(IReadOnlyList<ReadTable> tables, ImportKind kind = ImportKind.Activities, Guid? formKey = null) =>
        AsAsync(service => service.ReceiveAsync(formKey ?? Guid.NewGuid(), kind, kind == ImportKind.PlanItems ? 2026 : null, "tệp.xlsx", tables, Cancellation));

    /// <summary>Brings a pasted table in.</summary>
    public async Task<long> PasteAsync(params string[] lines)
    {
        var result = await ReceiveAsync(TableReading.OfText(string.Join('\n', lines)).Tables);
        Assert.Null(result.Refusal);
        return result.Id;
    }

    /// <summary>Brings a pasted table of plan lines in.</summary>
    public async Task<long> PastePlanAsync(params string[] lines)
    {
        var result = await ReceiveAsync(TableReading.OfText(string.Join('\n', lines)).Tables, ImportKind.PlanItems);
        Assert.Null(result.Refusal);
        return result.Id;
    }

    public async Task<ImportPreview> PreviewAsync(long id, ImportFilter filter = ImportFilter.All) =>
        (await AsAsync(service => service.PreviewAsync(id, filter, PageAt.First, Cancellation)))!;

    /// <summary>Enters what the preview shows.</summary>
    public async Task<ImportResult> ImportAsync(long id)
    {
        var preview = await PreviewAsync(id);
        return await AsAsync(service => service.ImportAsync(id, preview.Fingerprint, Cancellation));
    }

    public Task<ImportResult> UndoAsync(long id) => AsAsync(service => service.UndoAsync(id, Cancellation));

    public async Task<List<PropagandaActivity>> ActivitiesAsync()
    {
        await using var db = Database.Open();
        return await db.PropagandaActivities.Include(row => row.Measures).Include(row => row.Links).Include(row => row.References)
            .OrderBy(row => row.Id).ToListAsync(Cancellation);
    }

    /// <summary>What the agency calls a channel, a topic or an indicator.</summary>
    public void Name(string name, PropagandaChannel? channel = null, Topic? topic = null, Indicator? indicator = null) =>
        Database.Add(new CatalogueLocalName { AgencyId = Agency.Id, ChannelId = channel?.Id, TopicId = topic?.Id, IndicatorId = indicator?.Id, Name = name });

    public void Dispose() => Database.Dispose();

    private PropagandaChannel Channel(string code, string name, int position) =>
        Database.Add(new PropagandaChannel { Code = code, Name = name, Position = position, ValidFrom = DateOnly.MinValue, Mode = ChannelMode.Traditional });

    private Indicator Indicator(string code, string name, string unit, int position) =>
        Database.Add(new Indicator { Code = code, Name = name, Unit = unit, Position = position, ValidFrom = DateOnly.MinValue });
}
