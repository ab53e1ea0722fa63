using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Data;

public sealed class MigrationTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void Migrations_CurrentModel_LeaveNothingPending(string provider)
    {
        using var db = TestContexts.For(provider);

        Assert.False(
            db.Database.HasPendingModelChanges(),
            $"The model changed without a {provider} migration; see docs/adr/0002-two-database-providers.md.");
    }

    [Fact]
    public void Script_Committed_IsWhatTheMigrationsMake()
    {
        Assert.True(
            SqlServerScript.Generate() == SqlServerScript.Committed(),
            $"{SqlServerScript.CommittedPath} is not what the migrations make; docs/sql/README.md has the command that writes it.");
    }

    [Fact]
    public void Script_Committed_IsValidTransactSql()
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(SqlServerScript.Committed()), out var errors);

        Assert.Empty(errors.Select(error => $"line {error.Line}: {error.Message}"));
    }

    [Fact]
    public void Script_Committed_MakesAModelThatHoldsTogether()
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var statement in PlainStatements(SqlServerScript.Committed()))
        {
            model.AddObjects(statement);
        }

        Assert.Empty(model.Validate().Where(message => message.MessageType == DacMessageType.Error).Select(message => message.ToString()));
        using var db = TestContexts.SqlServer();
        var expected = db.Model.GetEntityTypes().Select(type => type.GetTableName()).Distinct().Order(StringComparer.Ordinal);
        var made = model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Select(table => table.Name.Parts[^1])
            .Where(name => name != "__EFMigrationsHistory").Order(StringComparer.Ordinal);
        Assert.Equal(expected, made);
    }

    [Fact]
    public void Script_WithAForeignKeyToNothing_IsNotAccepted()
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        model.AddObjects("CREATE TABLE [A] ([Id] bigint NOT NULL, CONSTRAINT [F] FOREIGN KEY ([Id]) REFERENCES [Missing] ([Id]))");

        Assert.Contains(model.Validate(), message => message.MessageType == DacMessageType.Error);
    }

    /// <summary>The script wraps its statements in IF NOT EXISTS (…) BEGIN … END, which a declarative model does not take.</summary>
    private static IEnumerable<string> PlainStatements(string script)
    {
        var parsed = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out _);
        var finder = new DefinitionFinder();
        parsed.Accept(finder);
        return finder.Statements;
    }

    private sealed class DefinitionFinder : TSqlConcreteFragmentVisitor
    {
        private readonly SqlScriptGenerator generator = new Sql160ScriptGenerator();

        public List<string> Statements { get; } = [];

        public override void Visit(CreateTableStatement node) => Add(node);

        public override void Visit(CreateIndexStatement node) => Add(node);

        public override void Visit(AlterTableAddTableElementStatement node) => Add(node);

        public override void Visit(ExecuteStatement node)
        {
            // Statements that must stand alone in a batch are wrapped in EXEC(N'…').
            if (node.ExecuteSpecification.ExecutableEntity is ExecutableStringList { Strings: [StringLiteral text] }
                && text.Value.Contains("CREATE", StringComparison.Ordinal))
            {
                Statements.Add(text.Value);
            }
        }

        private void Add(TSqlFragment node)
        {
            generator.GenerateScript(node, out var text);
            Statements.Add(text);
        }
    }
}
