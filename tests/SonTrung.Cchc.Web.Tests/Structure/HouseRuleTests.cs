using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Features.Reports;

namespace SonTrung.Cchc.Web.Tests.Structure;

/// <summary>Rules that a machine can check.</summary>
public sealed partial class HouseRuleTests
{
    private static readonly Assembly Web = typeof(Program).Assembly;
    private static readonly Assembly Core = typeof(AnnualReport).Assembly;
    private static readonly Assembly Documents = typeof(Documents.Html.OfficialDocumentHtml).Assembly;

    [Fact]
    public void Controllers_All_SayWhoMayEnter() => Assert.All(
        Controllers(),
        controller => Assert.True(
            controller.IsDefined(typeof(AuthorizeAttribute)) || controller.IsDefined(typeof(AllowAnonymousAttribute)),
            $"{controller.Name} has no policy of its own."));

    [Fact]
    public void Controllers_None_SwitchesAntiforgeryOff() => Assert.All(
        Controllers().SelectMany(controller => controller.GetMethods().Cast<MemberInfo>().Append(controller)),
        member => Assert.False(member.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute)), $"{member.DeclaringType}.{member.Name}"));

    [Fact]
    public void Projects_Depend_OnlyInwards()
    {
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), name => name.Name is "SonTrung.Cchc.Documents" or "SonTrung.Cchc.Web");
        Assert.DoesNotContain(Documents.GetReferencedAssemblies(), name => name.Name == "SonTrung.Cchc.Web");
        Assert.DoesNotContain(
            Core.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal));
    }

    [Fact]
    public void Views_None_BypassesEncodingOrPolicy() => Assert.All(Sources("*.cshtml"), file =>
    {
        var text = File.ReadAllText(file);
        Assert.False(text.Contains("Html.Raw", StringComparison.Ordinal), $"{file}: Html.Raw");
        Assert.False(Inline().IsMatch(text), $"{file}: inline style, script or handler");
    });

    /// <summary>A range of whole numbers turns what was typed into one: too large a number breaks the page, 100,4 passes for 100.</summary>
    [Fact]
    public void Ranges_OfNumbersThatAreNotInt_AreNotRangesOfInt() => Assert.Empty(
        Web.GetTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.GetCustomAttribute<RangeAttribute>() is { } range && range.OperandType == typeof(int)
                && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) != typeof(int))
            .Select(property => $"{property.DeclaringType}.{property.Name}"));

    [Fact]
    public void Program_IsATableOfContents() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(SourceRoot(), "Program.cs")).Length, 1, 100);

    [Fact]
    public void Redirects_None_FollowsAnAddressFromOutside() => Assert.All(
        Sources("*.cs"),
        file => Assert.False(Regex.IsMatch(File.ReadAllText(file), @"[^.\w](Redirect|RedirectPermanent)\("), $"{file}: use LocalRedirect"));

    /// <summary>Who takes a document away is written down; a draft of a plan, a template and the faulty rows of an import are none.</summary>
    [Fact]
    public void Files_ThatAreDocuments_AreSentByAuditedActions()
    {
        var members = Sources("*Controller.cs").SelectMany(file => File.ReadAllText(file).Split("    /// <summary>").Skip(1)).ToList();
        var sending = members.Where(member => member.Contains("[HttpGet(", StringComparison.Ordinal) && SendsFile().IsMatch(member)).ToList();

        Assert.True(sending.Count > 10);
        Assert.All(sending, member => Assert.True(member.Contains("[Audited(", StringComparison.Ordinal) || NoDocument.Any(address => member.Contains(address, StringComparison.Ordinal)), member));
    }

    /// <summary>What people read of a channel, topic or indicator is the agency's own name: only <c>CatalogueNames</c> may look at everyone's.</summary>
    [Fact]
    public void Catalogues_AreReadByTheirOwnNames()
    {
        // These select it in a query and put the own name in its place at once.
        string[] replaced = ["ActivityLog.cs", "ActivityService.cs"];
        var core = Path.Combine(SourceRoot(), "../SonTrung.Cchc.Core");
        var files = Sources("*.cs").Concat(Sources("*.cshtml")).Concat(Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal) && !replaced.Contains(Path.GetFileName(file)));
        Assert.All(files, file => Assert.False(EveryonesName().IsMatch(File.ReadAllText(file)), $"{file}: DisplayName or DisplayUnit"));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Status_HasItsWords(ReportStatus status)
    {
        Assert.NotEmpty(WorkflowTexts.Name(status));
        Assert.NotEmpty(WorkflowTexts.WaitingFor(status));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Action_HasItsWordsAndARow(ReportAction action)
    {
        Assert.NotEmpty(WorkflowTexts.Name(action));
        Assert.Contains(ReportTransitions.All, row => row.Action == action);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Refusal_HasItsSentence(WorkflowOutcome outcome)
    {
        // These are shown beside the field they speak of, or as a page of their own.
        WorkflowOutcome[] elsewhere =
        [
            WorkflowOutcome.Done, WorkflowOutcome.NotFound, WorkflowOutcome.NumberTaken, WorkflowOutcome.DateOutOfOrder,
            WorkflowOutcome.DateBeforeApproval, WorkflowOutcome.DateInFuture, WorkflowOutcome.NumberMissing, WorkflowOutcome.NumberGivenByPortal,
            WorkflowOutcome.DateBeforeReport,
        ];
        if (!elsewhere.Contains(outcome))
        {
            Assert.NotEmpty(WorkflowTexts.Refusal(new WorkflowResult(outcome, 1, ReportStatus.Draft, "x", ReportPart.Signer)).Text);
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Part_HasItsWords(ReportPart part) => Assert.NotEmpty(WorkflowTexts.Name(part));

    public static TheoryData<ReportPart> Parts() => new(Enum.GetValues<ReportPart>());

    public static TheoryData<ReportStatus> Statuses() => new(Enum.GetValues<ReportStatus>());

    public static TheoryData<ReportAction> Actions() => new(Enum.GetValues<ReportAction>());

    public static TheoryData<WorkflowOutcome> Outcomes() => new(Enum.GetValues<WorkflowOutcome>());

    private static IEnumerable<Type> Controllers() => Web.GetTypes().Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract);

    private static readonly string[] NoDocument = ["{year:int}/pdf", "{year:int}/word", "nhap-excel/mau", "dong-loi"];

    [GeneratedRegex(@"[\s.](File|Template)\((?!\))")]
    private static partial Regex SendsFile();

    private static IEnumerable<string> Sources(string pattern) => Directory.EnumerateFiles(SourceRoot(), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string SourceRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/SonTrung.Cchc.Web"));

    [GeneratedRegex(@"(Channel|Topic|Indicator)[!?]\.(Name|Unit)\b")]
    private static partial Regex EveryonesName();

    [GeneratedRegex(@"\sstyle\s*=|\son[a-z]+\s*=\s*[""']|<script(?![^>]*\ssrc=)|javascript:|<style", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
