using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Samples;

/// <summary>
/// Fills an empty portal: with catalogues and outline as a production portal starts, or with the two sample communes.
/// Needs the system scope. What is there already is left alone, so that it can run at every start.
/// </summary>
public sealed class SampleLoader(CchcDbContext db, ReportComposition composition, FileStore files)
{
    private readonly SamplePictures pictures = new(files);

    /// <summary>Loads the catalogues, today's outline, the plain sentence pattern and the rules of the CCHC score, from which every portal starts.</summary>
    public Task LoadStartingPointAsync(CancellationToken cancellation = default) => db.InTransactionAsync(
        async () =>
        {
            await LoadCataloguesAsync(cancellation);
            await LoadOutlineAsync("outline-2026", cancellation);
            await LoadScoreRulesAsync(cancellation);
            await LoadPatternAsync(cancellation);
            return true;
        },
        cancellation);

    /// <summary>
    /// Loads the starting point, the outline of 2021–2025, and the communes xã Sơn Trung (2023) and xã Hương Sơn (2026).
    /// Accounts come next (<see cref="SampleAccounts"/>), then <see cref="LinkSignersAsync"/>.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellation = default)
    {
        await LoadStartingPointAsync(cancellation);
        await db.InTransactionAsync(
            async () =>
            {
                await LoadOutlineAsync("outline-2021", cancellation);
                foreach (var file in SampleFiles.Communes)
                {
                    foreach (var agency in SampleFiles.Read<SampleAgencies>(file).Agencies)
                    {
                        await LoadAgencyAsync(agency, cancellation);
                    }

                    foreach (var request in SampleFiles.Read<SampleAgencies>(file).Requests)
                    {
                        await LoadRequestAsync(request, cancellation);
                    }
                }

                return true;
            },
            cancellation);
    }

    /// <summary>Gives the sample signers the accounts that approve in their name, once these exist.</summary>
    public Task LinkSignersAsync(CancellationToken cancellation = default) => db.InTransactionAsync(
        async () =>
        {
            var samples = SampleFiles.Communes.SelectMany(file => SampleFiles.Read<SampleAgencies>(file).Agencies);
            foreach (var (agency, sample) in samples.SelectMany(agency => agency.Signers.Select(signer => (agency.Code, signer))))
            {
                var user = await db.Users.SingleOrDefaultAsync(row => row.UserName == sample.Account, cancellation);
                var signer = await db.Signers.SingleOrDefaultAsync(
                    row => row.FullName == sample.FullName && row.UserId == null
                        && db.Agencies.Any(owner => owner.Id == row.AgencyId && owner.Code == agency),
                    cancellation);
                if (user is not null && signer is not null)
                {
                    signer.UserId = user.Id;
                }
            }

            return await db.SaveChangesAsync(cancellation);
        },
        cancellation);

    private async Task LoadCataloguesAsync(CancellationToken cancellation)
    {
        if (await db.PropagandaChannels.AnyAsync(cancellation))
        {
            return;
        }

        var file = SampleFiles.Read<SampleCatalogues>("catalogues");
        db.AddRange(file.Topics.Select((row, i) => new Topic { Code = row.Code, Name = row.Name, Position = i, ValidFrom = file.ValidFrom }));
        db.AddRange(file.Channels.Select((row, i) => new PropagandaChannel
        {
            Code = row.Code,
            Name = row.Name,
            Mode = row.Mode,
            Position = i,
            ValidFrom = file.ValidFrom,
        }));
        db.AddRange(file.Indicators.Select((row, i) => new Indicator
        {
            Code = row.Code,
            Name = row.Name,
            Unit = row.Unit,
            Position = i,
            ValidFrom = file.ValidFrom,
        }));
        db.AddRange(file.Causes.Select((row, i) => new ShortcomingCause { Code = row.Code, Name = row.Name, Position = i, ValidFrom = file.ValidFrom }));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task LoadOutlineAsync(string name, CancellationToken cancellation)
    {
        var file = SampleFiles.Read<SampleOutline>(name);
        if (await db.OutlineTemplates.AnyAsync(row => row.AgencyId == null && row.ValidFrom == file.ValidFrom, cancellation))
        {
            return;
        }

        var outline = new OutlineTemplate
        {
            Name = file.Name,
            Kind = file.Kind,
            KindCode = file.KindCode,
            Subject = file.Subject,
            LayoutProfile = file.LayoutProfile,
            HasPlanAppendix = file.HasPlanAppendix,
            HasCauses = file.HasCauses,
            ValidFrom = file.ValidFrom,
            ValidTo = file.ValidTo,
        };
        outline.Elements.AddRange(file.Elements.Select((row, i) => new OutlineElement
        {
            Key = row.Key,
            Position = i,
            Kind = row.Kind,
            Level = row.Level,
            Label = row.Label,
            Text = row.Text,
            LeadOf = row.LeadOf,
        }));
        db.Add(outline);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task LoadPatternAsync(CancellationToken cancellation)
    {
        if (!await db.SentencePatterns.AnyAsync(row => row.AgencyId == null, cancellation))
        {
            var channels = await db.PropagandaChannels.ToDictionaryAsync(row => row.Code, row => row.Id, cancellation);
            var topics = await db.Topics.ToDictionaryAsync(row => row.Code, row => row.Id, cancellation);
            db.AddRange(SampleFiles.Read<SampleCatalogues>("catalogues").Patterns.Select((row, i) => new SentencePattern
            {
                Position = i,
                ChannelId = row.Channel is { } channel ? channels[channel] : null,
                TopicId = row.Topic is { } topic ? topics[topic] : null,
                Text = row.Text,
            }));
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task LoadScoreRulesAsync(CancellationToken cancellation)
    {
        if (await db.ScoreRuleSets.AnyAsync(cancellation))
        {
            return;
        }

        var file = SampleFiles.Read<SampleScoreRules>("score-rules-2022");
        var channels = await db.PropagandaChannels.ToDictionaryAsync(row => row.Code, row => row.Id, cancellation);
        var set = new ScoreRuleSet { Name = file.Name, Source = file.Source, FirstYear = file.FirstYear };
        set.Criteria.AddRange(file.Criteria.Select((row, place) =>
        {
            var criterion = new ScoreCriterion
            {
                Position = place,
                Code = row.Code,
                Name = row.Name,
                Kind = row.Kind,
                MaxPoints = row.MaxPoints,
                NeedsEvidence = row.NeedsEvidence,
            };
            criterion.Steps.AddRange(row.Steps.Select(step => new ScoreStep { FromPercent = step.FromPercent, Points = step.Points }));
            criterion.Parts.AddRange(row.Parts.Select((part, i) =>
            {
                var group = new ScorePart { Position = i, Name = part.Name, Points = part.Points, Mode = part.Mode, MinForms = part.MinForms };
                group.Channels.AddRange(part.Channels.Select(code => new ScorePartChannel { ChannelId = channels[code] }));
                return group;
            }));
            return criterion;
        }));
        db.Add(set);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task LoadRequestAsync(SampleRequest sample, CancellationToken cancellation)
    {
        var office = await db.Agencies.Where(row => row.Code == sample.Office).Select(row => row.Id).SingleAsync(cancellation);
        if (await db.ReportRequests.AnyAsync(row => row.AgencyId == office && row.Number == sample.Number, cancellation))
        {
            return;
        }

        var request = new ReportRequest
        {
            AgencyId = office,
            Number = sample.Number,
            IssuedOn = sample.IssuedOn,
            Subject = sample.Subject,
            Year = sample.Year,
            PeriodKind = PeriodKind.Year,
            PeriodOrdinal = 1,
            DueOn = sample.DueOn,
            GraceDays = sample.GraceDays,
            OutlineText = sample.Outline,
        };
        var communes = await db.AgencySuperiors.ValidOn(sample.DueOn).Where(row => row.SuperiorId == office).Select(row => row.AgencyId).ToListAsync(cancellation);
        request.Communes.AddRange(communes.Select(commune => new ReportRequestCommune { AgencyId = office, CommuneId = commune }));
        var indicators = await db.Indicators.Where(row => sample.Indicators.Contains(row.Code)).Select(row => row.Id).ToListAsync(cancellation);
        request.Indicators.AddRange(indicators.Select(indicator => new ReportRequestIndicator { AgencyId = office, IndicatorId = indicator }));
        db.Add(request);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task LoadAgencyAsync(SampleAgency sample, CancellationToken cancellation)
    {
        if (await db.Agencies.AnyAsync(row => row.Code == sample.Code, cancellation))
        {
            return;
        }

        var agencies = await db.Agencies.ToDictionaryAsync(row => row.Code, row => row.Id, cancellation);
        var agency = SampleAgencyRows.Agency(sample);
        db.Add(agency);
        db.AddRange(SampleAgencyRows.Parts(sample, agency.Id, agencies));
        db.AddRange(SampleAgencyRows.Register(sample, agency.Id));
        var departments = SampleAgencyRows.Departments(sample, agency.Id);
        db.AddRange(departments.Values);
        var codes = await CodesAsync(cancellation);
        var reports = new List<(int Year, SampleReport Report, long PlanId)>();
        SampleYearRows? last = null;
        foreach (var year in sample.Years)
        {
            if (year.Plan is not { } plan)
            {
                continue;
            }

            await pictures.KeepAsync(year.Activities.SelectMany(row => row.Pictures), cancellation);
            var rows = new SampleYearRows(year, plan, agency.Id, departments, codes, pictures);
            rows.Carry(plan, last);
            db.AddRange(rows.All());
            last = rows;
            if (year.Report is { } report)
            {
                reports.Add((year.Year, report, rows.Plan.Id));
            }
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var (year, report, planId) in reports)
        {
            await LoadReportAsync(report, year, planId, agency.Id, departments, cancellation);
        }
    }

    private async Task LoadReportAsync(
        SampleReport sample, int year, long planId, long agencyId, Dictionary<string, Department> departments, CancellationToken cancellation)
    {
        var day = new DateOnly(year, 12, 14);
        var outline = await db.OutlineTemplates.ValidOn(day).SingleAsync(row => row.AgencyId == null, cancellation);
        var report = new AnnualReport
        {
            Id = IdGenerator.NewId(),
            AgencyId = agencyId,
            Year = year,
            OutlineTemplateId = outline.Id,
            HasPlanAppendix = outline.HasPlanAppendix,
            IsReentered = sample.IsReentered,
            PublicCode = ReportReplacement.NewPublicCode(),
        };
        report.Bases.Add(new ReportBasis { AgencyId = agencyId, Position = 0, PlanId = planId });
        report.Lines.AddRange(sample.Assessment.Select((line, i) => new ReportLine
        {
            AgencyId = agencyId,
            ReportId = report.Id,
            ElementKey = "assessment",
            Position = i,
            Level = Reports.Official.BlockLevel.Paragraph,
            Text = line.Text,
            EndMark = line.EndMark,
            IsPlacedByHand = true,
        }));
        db.Add(report);
        if (sample.Collection is { } collection)
        {
            db.Add(Collection(collection, report, departments));
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        await composition.RefreshWithinAsync(report.Id, cancellation);
    }

    private static DataCollection Collection(SampleCollection sample, AnnualReport report, Dictionary<string, Department> departments)
    {
        var collection = new DataCollection
        {
            Id = IdGenerator.NewId(),
            AgencyId = report.AgencyId,
            ReportId = report.Id,
            ClosesOn = sample.ClosesOn,
            Note = sample.Note,
        };
        collection.Departments.AddRange(sample.Departments.Select(row => new DepartmentConfirmation
        {
            AgencyId = report.AgencyId,
            CollectionId = collection.Id,
            DepartmentId = departments[row.Department].Id,
            ConfirmedUtc = row.ConfirmedAt is { } at ? VietnamTime.ToUtc(at) : null,
            ConfirmedBy = row.ConfirmedBy,
        }));
        return collection;
    }

    private async Task<SampleCodes> CodesAsync(CancellationToken cancellation) => new(
        await db.Topics.ToDictionaryAsync(row => row.Code, row => row.Id, cancellation),
        await db.PropagandaChannels.ToDictionaryAsync(row => row.Code, row => row.Id, cancellation),
        await db.Indicators.ToDictionaryAsync(row => row.Code, row => row.Id, cancellation),
        await db.ShortcomingCauses.ToDictionaryAsync(row => row.Code, row => row.Id, cancellation));
}

/// <summary>The keys of the catalogues by code.</summary>
internal sealed record SampleCodes(
    IReadOnlyDictionary<string, long> Topics,
    IReadOnlyDictionary<string, long> Channels,
    IReadOnlyDictionary<string, long> Indicators,
    IReadOnlyDictionary<string, long> Causes);
