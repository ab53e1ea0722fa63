using BenchmarkDotNet.Attributes;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Benchmarks;

/// <summary>A commune's year, twelve plan lines and 120 activities in five departments, from rows in memory to the report's lines.</summary>
[MemoryDiagnoser]
public class ComposeBenchmarks
{
    private static readonly ReportSource Year = Source(activities: 120);

    /// <summary>The lines, with every figure summed.</summary>
    [Benchmark]
    public IReadOnlyList<ProposedLine> Compose() => ReportComposer.Compose(Year);

    private static ReportSource Source(int activities)
    {
        var unit = new Indicator { Id = 1, Code = "cuoc", Name = "Cuộc", Unit = "cuộc", Position = 0, ValidFrom = DateOnly.MinValue };
        var outline = new OutlineTemplate
        {
            Name = "Đo thời gian",
            Kind = "BÁO CÁO",
            KindCode = "BC",
            Subject = "Kết quả năm {năm}",
            LayoutProfile = "nd30-2020",
            ValidFrom = DateOnly.MinValue,
        };
        outline.Elements.AddRange(new[]
        {
            OutlineElementKind.Text, OutlineElementKind.PlanContent, OutlineElementKind.PlanMeans, OutlineElementKind.PlanForm,
            OutlineElementKind.Departments, OutlineElementKind.Shortcomings, OutlineElementKind.NextYearTasks,
        }.Select((kind, i) => new OutlineElement { Key = $"e{i}", Position = i, Kind = kind, Level = BlockLevel.Section, Text = "KẾT QUẢ NĂM {năm}" }));
        var items = Enumerable.Range(1, 12).Select(i => new PlanItem
        {
            Id = i,
            AgencyId = 1,
            PlanId = 1,
            Section = (PlanSection)(i % 3),
            Position = i,
            Title = $"Nhiệm vụ tuyên truyền số {i}",
        }).ToList();
        return new ReportSource
        {
            Year = 2026,
            Outline = outline,
            Profile = new AgencyProfile
            {
                AgencyId = 1,
                ValidFrom = DateOnly.MinValue,
                FullName = "Ủy ban nhân dân xã A",
                ShortName = "UBND xã A",
                LaterName = "UBND xã",
                LetterheadLines = "ỦY BAN NHÂN DÂN\nXÃ A",
                AuthorityName = "ỦY BAN NHÂN DÂN",
                PlaceName = "A",
                SymbolCode = "UBND",
                ArchiveLine = "VT",
                SuperiorName = "tỉnh",
                OneStopName = "Trung tâm",
            },
            Signer = new Signer { AgencyId = 1, ValidFrom = DateOnly.MinValue, FullName = "A", Post = "CHỦ TỊCH", Capacity = SigningCapacity.OnBehalf },
            Bases = [],
            PlanItems = items,
            Activities = Enumerable.Range(1, activities).Select(i => Activity(i, unit)).ToList(),
            Departments = Enumerable.Range(1, 5)
                .Select(i => new Department { Id = i, AgencyId = 1, Name = $"Đơn vị {i}", Position = i, ValidFrom = DateOnly.MinValue }).ToList(),
            Shortcomings = [],
            NextYearTasks = [],
        };
    }

    private static PropagandaActivity Activity(int i, Indicator unit)
    {
        var activity = new PropagandaActivity
        {
            Id = i,
            AgencyId = 1,
            Title = $"Hoạt động {i}",
            Year = 2026,
            StartsOn = new DateOnly(2026, 1, 1),
            EndsOn = new DateOnly(2026, 1, 1),
            ChannelId = 1,
            PlanItemId = 1 + (i % 12),
            DepartmentId = 1 + (i % 5),
        };
        activity.Measures.Add(new ActivityMeasure { AgencyId = 1, ActivityId = i, IndicatorId = unit.Id, Indicator = unit, Value = 1 });
        return activity;
    }
}
