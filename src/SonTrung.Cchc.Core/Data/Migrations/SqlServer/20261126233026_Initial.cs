using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SonTrung.Cchc.Core.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Agencies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agencies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditChainHeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChainHeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: true),
                    Action = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Entity = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    EntityId = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    CorrelationId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    Hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FormReceipts",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    EntityId = table.Column<long>(type: "bigint", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormReceipts", x => new { x.UserId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Indicators",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Indicators", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PortalSettings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    MaxUploadMegabytes = table.Column<int>(type: "int", nullable: false),
                    KeepsCertificates = table.Column<bool>(type: "bit", nullable: false),
                    KeepingDecision = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    KeepingDecidedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    KeepingDecidedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SupportLine = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    DueDay = table.Column<int>(type: "int", nullable: false),
                    DueMonth = table.Column<int>(type: "int", nullable: false),
                    GraceDays = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortalSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PropagandaChannels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Mode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PropagandaChannels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScoreRuleSets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    FirstYear = table.Column<int>(type: "int", nullable: false),
                    LastYear = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreRuleSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ShortcomingCauses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShortcomingCauses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Topics",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Topics", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AgencyProfiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    FullName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ShortName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    LaterName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SuperiorLine = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    LetterheadLines = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AuthorityName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PlaceName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SymbolCode = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    ArchiveLine = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SuperiorName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OneStopName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyProfiles", x => x.Id);
                    table.UniqueConstraint("AK_AgencyProfiles_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_AgencyProfiles_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgencySeals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Certificate = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CertificateEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencySeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgencySeals_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgencySettings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ChecksBeforeSigning = table.Column<bool>(type: "bit", nullable: false),
                    ContactEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    NumberSource = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    NumberScope = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencySettings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgencySettings_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgencySuperiors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SuperiorId = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencySuperiors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgencySuperiors_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgencySuperiors_Agencies_SuperiorId",
                        column: x => x.SuperiorId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Departments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    SuccessorId = table.Column<long>(type: "bigint", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departments", x => x.Id);
                    table.UniqueConstraint("AK_Departments_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Departments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Departments_Departments_AgencyId_SuccessorId",
                        columns: x => new { x.AgencyId, x.SuccessorId },
                        principalTable: "Departments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LateReasons",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SuperiorId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    PeriodKind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    PeriodOrdinal = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LateReasons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LateReasons_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LateReasons_Agencies_SuperiorId",
                        column: x => x.SuperiorId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NumberCounters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Series = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberCounters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NumberCounters_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutlineTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    KindCode = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    LayoutProfile = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    HasPlanAppendix = table.Column<bool>(type: "bit", nullable: false),
                    HasCauses = table.Column<bool>(type: "bit", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutlineTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutlineTemplates_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutsideReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CommuneId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    PeriodKind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    PeriodOrdinal = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ArrivalNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    ArrivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ArrivedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    FileSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutsideReports_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutsideReports_Agencies_CommuneId",
                        column: x => x.CommuneId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReferenceDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Issuer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsOwn = table.Column<bool>(type: "bit", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SortKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferenceDocuments", x => x.Id);
                    table.UniqueConstraint("AK_ReferenceDocuments_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReferenceDocuments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportingPeriods",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportingPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportingPeriods_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportReminders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CommuneId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    PeriodKind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    PeriodOrdinal = table.Column<int>(type: "int", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    SentUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    MailState = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    MailAddress = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    MailAttempts = table.Column<int>(type: "int", nullable: false),
                    MailedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MailError = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportReminders_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportReminders_Agencies_CommuneId",
                        column: x => x.CommuneId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoreExplanations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreExplanations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoreExplanations_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoreCriterion",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    SetId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    MaxPoints = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    NeedsEvidence = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreCriterion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoreCriterion_ScoreRuleSets_SetId",
                        column: x => x.SetId,
                        principalTable: "ScoreRuleSets",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CatalogueLocalNames",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    TopicId = table.Column<long>(type: "bigint", nullable: true),
                    ChannelId = table.Column<long>(type: "bigint", nullable: true),
                    IndicatorId = table.Column<long>(type: "bigint", nullable: true),
                    CauseId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueLocalNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CatalogueLocalNames_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueLocalNames_Indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueLocalNames_PropagandaChannels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "PropagandaChannels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueLocalNames_ShortcomingCauses_CauseId",
                        column: x => x.CauseId,
                        principalTable: "ShortcomingCauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueLocalNames_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SentencePatterns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: true),
                    ChannelId = table.Column<long>(type: "bigint", nullable: true),
                    TopicId = table.Column<long>(type: "bigint", nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentencePatterns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SentencePatterns_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SentencePatterns_PropagandaChannels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "PropagandaChannels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SentencePatterns_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgencyRecipient",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ProfileId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    PrintedText = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecipientAgencyId = table.Column<long>(type: "bigint", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyRecipient", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgencyRecipient_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgencyRecipient_Agencies_RecipientAgencyId",
                        column: x => x.RecipientAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgencyRecipient_AgencyProfiles_AgencyId_ProfileId",
                        columns: x => new { x.AgencyId, x.ProfileId },
                        principalTable: "AgencyProfiles",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: true),
                    FullName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SortKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Duties = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    DepartmentId = table.Column<long>(type: "bigint", nullable: true),
                    HasTemporaryPassword = table.Column<bool>(type: "bit", nullable: false),
                    LeftUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUsers_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AspNetUsers_Departments_AgencyId_DepartmentId",
                        columns: x => new { x.AgencyId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutlineElement",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    TemplateId = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Label = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Level = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    LeadOf = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutlineElement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutlineElement_OutlineTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "OutlineTemplates",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ReportRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    PeriodKind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    PeriodOrdinal = table.Column<int>(type: "int", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    GraceDays = table.Column<int>(type: "int", nullable: false),
                    OutlineTemplateId = table.Column<long>(type: "bigint", nullable: true),
                    OutlineText = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRequests", x => x.Id);
                    table.UniqueConstraint("AK_ReportRequests_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReportRequests_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportRequests_OutlineTemplates_OutlineTemplateId",
                        column: x => x.OutlineTemplateId,
                        principalTable: "OutlineTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeclaredFigures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    ReferenceDocumentId = table.Column<long>(type: "bigint", nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SortKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclaredFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeclaredFigures_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeclaredFigures_ReferenceDocuments_AgencyId_ReferenceDocumentId",
                        columns: x => new { x.AgencyId, x.ReferenceDocumentId },
                        principalTable: "ReferenceDocuments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScorePart",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CriterionId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Points = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    Mode = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    MinForms = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScorePart", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScorePart_ScoreCriterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "ScoreCriterion",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ScoreStep",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CriterionId = table.Column<long>(type: "bigint", nullable: false),
                    FromPercent = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    Points = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoreStep_ScoreCriterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "ScoreCriterion",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UserId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(1024)", maxLength: 1024, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: true),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ReceivedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReceivedById = table.Column<long>(type: "bigint", nullable: false),
                    RowsSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Choices = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ImportedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Imported = table.Column<int>(type: "int", nullable: false),
                    Wrong = table.Column<int>(type: "int", nullable: false),
                    Skipped = table.Column<int>(type: "int", nullable: false),
                    UndoneUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UndoneById = table.Column<long>(type: "bigint", nullable: true),
                    Undone = table.Column<int>(type: "int", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                    table.UniqueConstraint("AK_ImportBatches_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ImportBatches_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportBatches_AspNetUsers_ReceivedById",
                        column: x => x.ReceivedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImportBatches_AspNetUsers_UndoneById",
                        column: x => x.UndoneById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptCertificates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    Use = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SignerName = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Issuer = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Thumbprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ExpiresUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Certificates = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Salt = table.Column<byte[]>(type: "varbinary(64)", maxLength: 64, nullable: false),
                    Rounds = table.Column<int>(type: "int", nullable: false),
                    Locked = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Picture = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    PictureMillimetres = table.Column<int>(type: "int", nullable: true),
                    ImportedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WrongPins = table.Column<int>(type: "int", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptCertificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptCertificates_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeptCertificates_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Signers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Certificate = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    CertificateEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Scope = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Reports = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    UserId = table.Column<long>(type: "bigint", nullable: true),
                    FullName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Post = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    HeadPost = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Capacity = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Signers", x => x.Id);
                    table.UniqueConstraint("AK_Signers_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Signers_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Signers_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SystemTokens",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Scopes = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    TokenEnd = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedById = table.Column<long>(type: "bigint", nullable: false),
                    RevokedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedById = table.Column<long>(type: "bigint", nullable: true),
                    LastUsedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastUsedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SystemTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SystemTokens_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SystemTokens_AspNetUsers_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SystemTokens_AspNetUsers_RevokedById",
                        column: x => x.RevokedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportRequestCommunes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    RequestId = table.Column<long>(type: "bigint", nullable: false),
                    CommuneId = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRequestCommunes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportRequestCommunes_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportRequestCommunes_Agencies_CommuneId",
                        column: x => x.CommuneId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportRequestCommunes_ReportRequests_AgencyId_RequestId",
                        columns: x => new { x.AgencyId, x.RequestId },
                        principalTable: "ReportRequests",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReportRequestIndicator",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    RequestId = table.Column<long>(type: "bigint", nullable: false),
                    IndicatorId = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRequestIndicator", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportRequestIndicator_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportRequestIndicator_Indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportRequestIndicator_ReportRequests_AgencyId_RequestId",
                        columns: x => new { x.AgencyId, x.RequestId },
                        principalTable: "ReportRequests",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ScorePartChannel",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PartId = table.Column<long>(type: "bigint", nullable: false),
                    ChannelId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScorePartChannel", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScorePartChannel_PropagandaChannels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "PropagandaChannels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScorePartChannel_ScorePart_PartId",
                        column: x => x.PartId,
                        principalTable: "ScorePart",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AnnualReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    PeriodKind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    PeriodOrdinal = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    OutlineTemplateId = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Number = table.Column<int>(type: "int", nullable: true),
                    Symbol = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NumberYear = table.Column<int>(type: "int", nullable: true),
                    IsOnPaper = table.Column<bool>(type: "bit", nullable: false),
                    IsReentered = table.Column<bool>(type: "bit", nullable: false),
                    PublicCode = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    VersionNumber = table.Column<int>(type: "int", nullable: false),
                    SubmittedById = table.Column<long>(type: "bigint", nullable: true),
                    SignerId = table.Column<long>(type: "bigint", nullable: true),
                    HasPlanAppendix = table.Column<bool>(type: "bit", nullable: false),
                    HasActivityAppendix = table.Column<bool>(type: "bit", nullable: false),
                    EvidenceRelease = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ReplacesId = table.Column<long>(type: "bigint", nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualReports", x => x.Id);
                    table.UniqueConstraint("AK_AnnualReports_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_AnnualReports_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnualReports_AnnualReports_AgencyId_ReplacesId",
                        columns: x => new { x.AgencyId, x.ReplacesId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnualReports_AspNetUsers_SubmittedById",
                        column: x => x.SubmittedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnualReports_OutlineTemplates_OutlineTemplateId",
                        column: x => x.OutlineTemplateId,
                        principalTable: "OutlineTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnualReports_Signers_AgencyId_SignerId",
                        columns: x => new { x.AgencyId, x.SignerId },
                        principalTable: "Signers",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Subject = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Requirements = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Funding = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Implementation = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    SignerId = table.Column<long>(type: "bigint", nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Id);
                    table.UniqueConstraint("AK_Plans_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Plans_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Plans_Signers_AgencyId_SignerId",
                        columns: x => new { x.AgencyId, x.SignerId },
                        principalTable: "Signers",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataCollections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataCollections", x => x.Id);
                    table.UniqueConstraint("AK_DataCollections_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_DataCollections_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DataCollections_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OldReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    FileSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    PagesWithoutText = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ReceivedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReceivedById = table.Column<long>(type: "bigint", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SourceText = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SourceBreaks = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    BlocksJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: true),
                    CreatedJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AppliedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AppliedById = table.Column<long>(type: "bigint", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OldReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OldReports_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OldReports_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OldReports_AspNetUsers_AppliedById",
                        column: x => x.AppliedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OldReports_AspNetUsers_ReceivedById",
                        column: x => x.ReceivedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    NumberYear = table.Column<int>(type: "int", nullable: false),
                    Series = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    KindKey = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Symbol = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    BookOrder = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Signer = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Recipients = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Keeper = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Copies = table.Column<int>(type: "int", nullable: true),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Receipt = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Remark = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    IsGivenByPortal = table.Column<bool>(type: "bit", nullable: false),
                    CancelReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ReportId = table.Column<long>(type: "bigint", nullable: true),
                    PdfSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingDocuments", x => x.Id);
                    table.UniqueConstraint("AK_OutgoingDocuments_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_OutgoingDocuments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutgoingDocuments_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    VersionNumber = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportChecks_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportChecks_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_ReportChecks_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportComments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    VersionNumber = table.Column<int>(type: "int", nullable: false),
                    BlockId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sentence = table.Column<string>(type: "nvarchar(max)", maxLength: 8010, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportComments", x => x.Id);
                    table.UniqueConstraint("AK_ReportComments_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReportComments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportComments_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_ReportComments_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    From = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    To = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    VersionNumber = table.Column<int>(type: "int", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportEvents_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportEvents_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReportFiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    VersionNumber = table.Column<int>(type: "int", nullable: false),
                    Step = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    Way = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    SignerName = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Issuer = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Thumbprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    SignedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportFiles_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportFiles_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReportLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    ElementKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Level = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Label = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    EndMark = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    AutoKey = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    AutoText = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    BaseText = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    IsEdited = table.Column<bool>(type: "bit", nullable: false),
                    IsRemoved = table.Column<bool>(type: "bit", nullable: false),
                    IsPlacedByHand = table.Column<bool>(type: "bit", nullable: false),
                    AfterLineId = table.Column<long>(type: "bigint", nullable: true),
                    IsIndentedByHand = table.Column<bool>(type: "bit", nullable: false),
                    IsVerbatim = table.Column<bool>(type: "bit", nullable: false),
                    HasStaleData = table.Column<bool>(type: "bit", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportLines", x => x.Id);
                    table.UniqueConstraint("AK_ReportLines_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReportLines_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportLines_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReportPassedFindings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    RuleId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    BlockId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TextSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Excerpt = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportPassedFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportPassedFindings_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportPassedFindings_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_ReportPassedFindings_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportRecipient",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    PrintedText = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecipientAgencyId = table.Column<long>(type: "bigint", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRecipient", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportRecipient_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportRecipient_Agencies_RecipientAgencyId",
                        column: x => x.RecipientAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportRecipient_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReportVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    SubmittedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ModelJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ModelSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    FiguresJson = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PdfSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    IssuedPdfSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    ScanSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    EvidenceJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    EvidenceSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    EvidenceRelease = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Engine = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    LayoutProfile = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    PageCount = table.Column<int>(type: "int", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportVersions", x => x.Id);
                    table.UniqueConstraint("AK_ReportVersions_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_ReportVersions_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportVersions_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "PlanItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PlanId = table.Column<long>(type: "bigint", nullable: false),
                    Section = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ReportText = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EndMark = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    DepartmentId = table.Column<long>(type: "bigint", nullable: true),
                    ResponsibleId = table.Column<long>(type: "bigint", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BudgetDong = table.Column<long>(type: "bigint", nullable: true),
                    ReasonNotDone = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    PreviousItemId = table.Column<long>(type: "bigint", nullable: true),
                    ImportBatchId = table.Column<long>(type: "bigint", nullable: true),
                    ImportedVersion = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanItems", x => x.Id);
                    table.UniqueConstraint("AK_PlanItems_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PlanItems_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanItems_AspNetUsers_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanItems_Departments_AgencyId_DepartmentId",
                        columns: x => new { x.AgencyId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanItems_ImportBatches_AgencyId_ImportBatchId",
                        columns: x => new { x.AgencyId, x.ImportBatchId },
                        principalTable: "ImportBatches",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanItems_PlanItems_AgencyId_PreviousItemId",
                        columns: x => new { x.AgencyId, x.PreviousItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanItems_Plans_AgencyId_PlanId",
                        columns: x => new { x.AgencyId, x.PlanId },
                        principalTable: "Plans",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReportBasis",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    PlanId = table.Column<long>(type: "bigint", nullable: true),
                    ReferenceDocumentId = table.Column<long>(type: "bigint", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportBasis", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportBasis_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportBasis_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_ReportBasis_Plans_AgencyId_PlanId",
                        columns: x => new { x.AgencyId, x.PlanId },
                        principalTable: "Plans",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportBasis_ReferenceDocuments_AgencyId_ReferenceDocumentId",
                        columns: x => new { x.AgencyId, x.ReferenceDocumentId },
                        principalTable: "ReferenceDocuments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DepartmentConfirmations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CollectionId = table.Column<long>(type: "bigint", nullable: false),
                    DepartmentId = table.Column<long>(type: "bigint", nullable: false),
                    ConfirmedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedById = table.Column<long>(type: "bigint", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DepartmentConfirmations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DepartmentConfirmations_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepartmentConfirmations_AspNetUsers_ConfirmedById",
                        column: x => x.ConfirmedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DepartmentConfirmations_DataCollections_AgencyId_CollectionId",
                        columns: x => new { x.AgencyId, x.CollectionId },
                        principalTable: "DataCollections",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_DepartmentConfirmations_Departments_AgencyId_DepartmentId",
                        columns: x => new { x.AgencyId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportFollowUps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    EntryId = table.Column<long>(type: "bigint", nullable: false),
                    DocumentKind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Symbol = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    PdfSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportFollowUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportFollowUps_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportFollowUps_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_ReportFollowUps_OutgoingDocuments_AgencyId_EntryId",
                        columns: x => new { x.AgencyId, x.EntryId },
                        principalTable: "OutgoingDocuments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportCommentReply",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CommentId = table.Column<long>(type: "bigint", nullable: false),
                    Act = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportCommentReply", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportCommentReply_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportCommentReply_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportCommentReply_ReportComments_AgencyId_CommentId",
                        columns: x => new { x.AgencyId, x.CommentId },
                        principalTable: "ReportComments",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReportLineFigure",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    LineId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    IndicatorId = table.Column<long>(type: "bigint", nullable: true),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportLineFigure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportLineFigure_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportLineFigure_Indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportLineFigure_ReportLines_AgencyId_LineId",
                        columns: x => new { x.AgencyId, x.LineId },
                        principalTable: "ReportLines",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReportLineOrigin",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    LineId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RowId = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportLineOrigin", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportLineOrigin_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportLineOrigin_ReportLines_AgencyId_LineId",
                        columns: x => new { x.AgencyId, x.LineId },
                        principalTable: "ReportLines",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ReportDeliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    VersionId = table.Column<long>(type: "bigint", nullable: false),
                    RecipientAgencyId = table.Column<long>(type: "bigint", nullable: false),
                    SentUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AnsweredUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ReturnReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    NotedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NotedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportDeliveries_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportDeliveries_Agencies_RecipientAgencyId",
                        column: x => x.RecipientAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportDeliveries_AnnualReports_AgencyId_ReportId",
                        columns: x => new { x.AgencyId, x.ReportId },
                        principalTable: "AnnualReports",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_ReportDeliveries_ReportVersions_AgencyId_VersionId",
                        columns: x => new { x.AgencyId, x.VersionId },
                        principalTable: "ReportVersions",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "PlanItemChannel",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PlanItemId = table.Column<long>(type: "bigint", nullable: false),
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanItemChannel", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanItemChannel_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanItemChannel_PlanItems_AgencyId_PlanItemId",
                        columns: x => new { x.AgencyId, x.PlanItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_PlanItemChannel_PropagandaChannels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "PropagandaChannels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanItemReference",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PlanItemId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    ReferenceDocumentId = table.Column<long>(type: "bigint", nullable: false),
                    EndMark = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanItemReference", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanItemReference_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanItemReference_PlanItems_AgencyId_PlanItemId",
                        columns: x => new { x.AgencyId, x.PlanItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_PlanItemReference_ReferenceDocuments_AgencyId_ReferenceDocumentId",
                        columns: x => new { x.AgencyId, x.ReferenceDocumentId },
                        principalTable: "ReferenceDocuments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanTarget",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PlanItemId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    IndicatorId = table.Column<long>(type: "bigint", nullable: true),
                    BaseIndicatorId = table.Column<long>(type: "bigint", nullable: true),
                    Value = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTarget", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanTarget_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanTarget_Indicators_BaseIndicatorId",
                        column: x => x.BaseIndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanTarget_Indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanTarget_PlanItems_AgencyId_PlanItemId",
                        columns: x => new { x.AgencyId, x.PlanItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "PropagandaActivities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IsAllYear = table.Column<bool>(type: "bit", nullable: false),
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    TopicId = table.Column<long>(type: "bigint", nullable: true),
                    PlanItemId = table.Column<long>(type: "bigint", nullable: true),
                    DepartmentId = table.Column<long>(type: "bigint", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PeopleReached = table.Column<int>(type: "int", nullable: true),
                    CostDong = table.Column<long>(type: "bigint", nullable: true),
                    ReportText = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    EndMark = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    IsHighlighted = table.Column<bool>(type: "bit", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    EnteredUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EnteredById = table.Column<long>(type: "bigint", nullable: true),
                    ChangedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ImportBatchId = table.Column<long>(type: "bigint", nullable: true),
                    ImportedVersion = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SortKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PropagandaActivities", x => x.Id);
                    table.UniqueConstraint("AK_PropagandaActivities_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_PropagandaActivities_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PropagandaActivities_AspNetUsers_EnteredById",
                        column: x => x.EnteredById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PropagandaActivities_Departments_AgencyId_DepartmentId",
                        columns: x => new { x.AgencyId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PropagandaActivities_ImportBatches_AgencyId_ImportBatchId",
                        columns: x => new { x.AgencyId, x.ImportBatchId },
                        principalTable: "ImportBatches",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PropagandaActivities_PlanItems_AgencyId_PlanItemId",
                        columns: x => new { x.AgencyId, x.PlanItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PropagandaActivities_PropagandaChannels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "PropagandaChannels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PropagandaActivities_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Shortcomings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    EndMark = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    CauseId = table.Column<long>(type: "bigint", nullable: true),
                    Cause = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Remedy = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    PlanItemId = table.Column<long>(type: "bigint", nullable: true),
                    CopiedFromId = table.Column<long>(type: "bigint", nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SortKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shortcomings", x => x.Id);
                    table.UniqueConstraint("AK_Shortcomings_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_Shortcomings_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Shortcomings_PlanItems_AgencyId_PlanItemId",
                        columns: x => new { x.AgencyId, x.PlanItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Shortcomings_ShortcomingCauses_CauseId",
                        column: x => x.CauseId,
                        principalTable: "ShortcomingCauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Shortcomings_Shortcomings_AgencyId_CopiedFromId",
                        columns: x => new { x.AgencyId, x.CopiedFromId },
                        principalTable: "Shortcomings",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActivityLink",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<long>(type: "bigint", nullable: false),
                    Url = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActivityLink_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityLink_PropagandaActivities_AgencyId_ActivityId",
                        columns: x => new { x.AgencyId, x.ActivityId },
                        principalTable: "PropagandaActivities",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ActivityMeasures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<long>(type: "bigint", nullable: false),
                    IndicatorId = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityMeasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActivityMeasures_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityMeasures_Indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "Indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityMeasures_PropagandaActivities_AgencyId_ActivityId",
                        columns: x => new { x.AgencyId, x.ActivityId },
                        principalTable: "PropagandaActivities",
                        principalColumns: new[] { "AgencyId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "ActivityReference",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<long>(type: "bigint", nullable: false),
                    ReferenceDocumentId = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityReference", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActivityReference_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityReference_PropagandaActivities_AgencyId_ActivityId",
                        columns: x => new { x.AgencyId, x.ActivityId },
                        principalTable: "PropagandaActivities",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_ActivityReference_ReferenceDocuments_AgencyId_ReferenceDocumentId",
                        columns: x => new { x.AgencyId, x.ReferenceDocumentId },
                        principalTable: "ReferenceDocuments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActivityTopic",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<long>(type: "bigint", nullable: false),
                    TopicId = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityTopic", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActivityTopic_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityTopic_PropagandaActivities_AgencyId_ActivityId",
                        columns: x => new { x.AgencyId, x.ActivityId },
                        principalTable: "PropagandaActivities",
                        principalColumns: new[] { "AgencyId", "Id" });
                    table.ForeignKey(
                        name: "FK_ActivityTopic_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<long>(type: "bigint", nullable: true),
                    ReferenceDocumentId = table.Column<long>(type: "bigint", nullable: true),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    SourceSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ThumbnailSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Width = table.Column<int>(type: "int", nullable: true),
                    Height = table.Column<int>(type: "int", nullable: true),
                    TakenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AddedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AddedById = table.Column<long>(type: "bigint", nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attachments_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attachments_AspNetUsers_AddedById",
                        column: x => x.AddedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attachments_PropagandaActivities_AgencyId_ActivityId",
                        columns: x => new { x.AgencyId, x.ActivityId },
                        principalTable: "PropagandaActivities",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attachments_ReferenceDocuments_AgencyId_ReferenceDocumentId",
                        columns: x => new { x.AgencyId, x.ReferenceDocumentId },
                        principalTable: "ReferenceDocuments",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NextYearTasks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    EndMark = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    ShortcomingId = table.Column<long>(type: "bigint", nullable: true),
                    PlanItemId = table.Column<long>(type: "bigint", nullable: true),
                    CopiedFromId = table.Column<long>(type: "bigint", nullable: true),
                    DeletedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SortKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NextYearTasks", x => x.Id);
                    table.UniqueConstraint("AK_NextYearTasks_AgencyId_Id", x => new { x.AgencyId, x.Id });
                    table.ForeignKey(
                        name: "FK_NextYearTasks_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NextYearTasks_NextYearTasks_AgencyId_CopiedFromId",
                        columns: x => new { x.AgencyId, x.CopiedFromId },
                        principalTable: "NextYearTasks",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NextYearTasks_PlanItems_AgencyId_PlanItemId",
                        columns: x => new { x.AgencyId, x.PlanItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NextYearTasks_Shortcomings_AgencyId_ShortcomingId",
                        columns: x => new { x.AgencyId, x.ShortcomingId },
                        principalTable: "Shortcomings",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProposalAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    PlanItemId = table.Column<long>(type: "bigint", nullable: true),
                    ShortcomingId = table.Column<long>(type: "bigint", nullable: true),
                    NextYearTaskId = table.Column<long>(type: "bigint", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    AnsweredById = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    AnsweredUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AgencyId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProposalAnswers_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposalAnswers_AspNetUsers_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposalAnswers_NextYearTasks_AgencyId_NextYearTaskId",
                        columns: x => new { x.AgencyId, x.NextYearTaskId },
                        principalTable: "NextYearTasks",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposalAnswers_PlanItems_AgencyId_PlanItemId",
                        columns: x => new { x.AgencyId, x.PlanItemId },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposalAnswers_Shortcomings_AgencyId_ShortcomingId",
                        columns: x => new { x.AgencyId, x.ShortcomingId },
                        principalTable: "Shortcomings",
                        principalColumns: new[] { "AgencyId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AuditChainHeads",
                columns: new[] { "Id", "Count", "Hash" },
                values: new object[] { 1, 0L, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 } });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityLink_ActivityId_AgencyId",
                table: "ActivityLink",
                columns: new[] { "ActivityId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityMeasures_ActivityId_IndicatorId",
                table: "ActivityMeasures",
                columns: new[] { "ActivityId", "IndicatorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActivityMeasures_IndicatorId",
                table: "ActivityMeasures",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityReference_ActivityId_AgencyId",
                table: "ActivityReference",
                columns: new[] { "ActivityId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityReference_ReferenceDocumentId_AgencyId",
                table: "ActivityReference",
                columns: new[] { "ReferenceDocumentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityTopic_ActivityId_TopicId",
                table: "ActivityTopic",
                columns: new[] { "ActivityId", "TopicId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActivityTopic_TopicId",
                table: "ActivityTopic",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_Code",
                table: "Agencies",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgencyProfiles_AgencyId_ValidFrom",
                table: "AgencyProfiles",
                columns: new[] { "AgencyId", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgencyRecipient_ProfileId_AgencyId",
                table: "AgencyRecipient",
                columns: new[] { "ProfileId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyRecipient_RecipientAgencyId",
                table: "AgencyRecipient",
                column: "RecipientAgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_AgencySeals_AgencyId",
                table: "AgencySeals",
                column: "AgencyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgencySettings_AgencyId",
                table: "AgencySettings",
                column: "AgencyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgencySuperiors_AgencyId_ValidFrom",
                table: "AgencySuperiors",
                columns: new[] { "AgencyId", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgencySuperiors_SuperiorId",
                table: "AgencySuperiors",
                column: "SuperiorId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_AgencyId_NumberYear_Symbol_Number",
                table: "AnnualReports",
                columns: new[] { "AgencyId", "NumberYear", "Symbol", "Number" },
                unique: true,
                filter: "[NumberYear] IS NOT NULL AND [Symbol] IS NOT NULL AND [Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_AgencyId_Year_PeriodKind_PeriodOrdinal_Revision",
                table: "AnnualReports",
                columns: new[] { "AgencyId", "Year", "PeriodKind", "PeriodOrdinal", "Revision" },
                unique: true,
                filter: "[DeletedUtc] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_IssuedOn_Number",
                table: "AnnualReports",
                columns: new[] { "IssuedOn", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_OutlineTemplateId",
                table: "AnnualReports",
                column: "OutlineTemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_PublicCode",
                table: "AnnualReports",
                column: "PublicCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_ReplacesId_AgencyId",
                table: "AnnualReports",
                columns: new[] { "ReplacesId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_SignerId_AgencyId",
                table: "AnnualReports",
                columns: new[] { "SignerId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_SubmittedById",
                table: "AnnualReports",
                column: "SubmittedById");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_AgencyId_SortKey",
                table: "AspNetUsers",
                columns: new[] { "AgencyId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_DepartmentId_AgencyId",
                table: "AspNetUsers",
                columns: new[] { "DepartmentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_ActivityId_AgencyId",
                table: "Attachments",
                columns: new[] { "ActivityId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_AddedById",
                table: "Attachments",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_AgencyId_Sha256",
                table: "Attachments",
                columns: new[] { "AgencyId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_ReferenceDocumentId_AgencyId",
                table: "Attachments",
                columns: new[] { "ReferenceDocumentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AgencyId_AtUtc",
                table: "AuditEntries",
                columns: new[] { "AgencyId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Entity_EntityId",
                table: "AuditEntries",
                columns: new[] { "Entity", "EntityId" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Sequence",
                table: "AuditEntries",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueLocalNames_AgencyId",
                table: "CatalogueLocalNames",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueLocalNames_CauseId",
                table: "CatalogueLocalNames",
                column: "CauseId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueLocalNames_ChannelId",
                table: "CatalogueLocalNames",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueLocalNames_IndicatorId",
                table: "CatalogueLocalNames",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueLocalNames_TopicId",
                table: "CatalogueLocalNames",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_DataCollections_AgencyId_ReportId",
                table: "DataCollections",
                columns: new[] { "AgencyId", "ReportId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DataCollections_ReportId_AgencyId",
                table: "DataCollections",
                columns: new[] { "ReportId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredFigures_AgencyId",
                table: "DeclaredFigures",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredFigures_ReferenceDocumentId_AgencyId",
                table: "DeclaredFigures",
                columns: new[] { "ReferenceDocumentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentConfirmations_AgencyId",
                table: "DepartmentConfirmations",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentConfirmations_CollectionId_DepartmentId",
                table: "DepartmentConfirmations",
                columns: new[] { "CollectionId", "DepartmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentConfirmations_ConfirmedById",
                table: "DepartmentConfirmations",
                column: "ConfirmedById");

            migrationBuilder.CreateIndex(
                name: "IX_DepartmentConfirmations_DepartmentId_AgencyId",
                table: "DepartmentConfirmations",
                columns: new[] { "DepartmentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Departments_SuccessorId_AgencyId",
                table: "Departments",
                columns: new[] { "SuccessorId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_FormReceipts_AtUtc",
                table: "FormReceipts",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_AgencyId_ReceivedUtc_Id",
                table: "ImportBatches",
                columns: new[] { "AgencyId", "ReceivedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_ReceivedById",
                table: "ImportBatches",
                column: "ReceivedById");

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_UndoneById",
                table: "ImportBatches",
                column: "UndoneById");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_Code",
                table: "Indicators",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptCertificates_AgencyId_UserId_Use",
                table: "KeptCertificates",
                columns: new[] { "AgencyId", "UserId", "Use" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptCertificates_UserId",
                table: "KeptCertificates",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_LateReasons_AgencyId_SuperiorId_Year_PeriodKind_PeriodOrdinal",
                table: "LateReasons",
                columns: new[] { "AgencyId", "SuperiorId", "Year", "PeriodKind", "PeriodOrdinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LateReasons_SuperiorId",
                table: "LateReasons",
                column: "SuperiorId");

            migrationBuilder.CreateIndex(
                name: "IX_NextYearTasks_AgencyId_Year_Position",
                table: "NextYearTasks",
                columns: new[] { "AgencyId", "Year", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_NextYearTasks_CopiedFromId_AgencyId",
                table: "NextYearTasks",
                columns: new[] { "CopiedFromId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_NextYearTasks_PlanItemId_AgencyId",
                table: "NextYearTasks",
                columns: new[] { "PlanItemId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_NextYearTasks_ShortcomingId_AgencyId",
                table: "NextYearTasks",
                columns: new[] { "ShortcomingId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_NumberCounters_AgencyId_Year_Series",
                table: "NumberCounters",
                columns: new[] { "AgencyId", "Year", "Series" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OldReports_AgencyId_AppliedUtc_ChangedUtc",
                table: "OldReports",
                columns: new[] { "AgencyId", "AppliedUtc", "ChangedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_OldReports_AppliedById",
                table: "OldReports",
                column: "AppliedById");

            migrationBuilder.CreateIndex(
                name: "IX_OldReports_ReceivedById",
                table: "OldReports",
                column: "ReceivedById");

            migrationBuilder.CreateIndex(
                name: "IX_OldReports_ReportId_AgencyId",
                table: "OldReports",
                columns: new[] { "ReportId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingDocuments_AgencyId_NumberYear_BookOrder_Id",
                table: "OutgoingDocuments",
                columns: new[] { "AgencyId", "NumberYear", "BookOrder", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingDocuments_AgencyId_NumberYear_Series_Number",
                table: "OutgoingDocuments",
                columns: new[] { "AgencyId", "NumberYear", "Series", "Number" },
                unique: true,
                filter: "[DeletedUtc] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingDocuments_AgencyId_NumberYear_Symbol_Number",
                table: "OutgoingDocuments",
                columns: new[] { "AgencyId", "NumberYear", "Symbol", "Number" },
                unique: true,
                filter: "[DeletedUtc] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingDocuments_PdfSha256",
                table: "OutgoingDocuments",
                column: "PdfSha256");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingDocuments_ReportId_AgencyId",
                table: "OutgoingDocuments",
                columns: new[] { "ReportId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_OutlineElement_TemplateId_Key",
                table: "OutlineElement",
                columns: new[] { "TemplateId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutlineTemplates_AgencyId",
                table: "OutlineTemplates",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideReports_AgencyId",
                table: "OutsideReports",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideReports_CommuneId",
                table: "OutsideReports",
                column: "CommuneId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanItemChannel_ChannelId",
                table: "PlanItemChannel",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanItemChannel_PlanItemId_ChannelId",
                table: "PlanItemChannel",
                columns: new[] { "PlanItemId", "ChannelId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanItemReference_PlanItemId_AgencyId",
                table: "PlanItemReference",
                columns: new[] { "PlanItemId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItemReference_ReferenceDocumentId_AgencyId",
                table: "PlanItemReference",
                columns: new[] { "ReferenceDocumentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_DepartmentId_AgencyId",
                table: "PlanItems",
                columns: new[] { "DepartmentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_ImportBatchId_AgencyId",
                table: "PlanItems",
                columns: new[] { "ImportBatchId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_PlanId_PreviousItemId",
                table: "PlanItems",
                columns: new[] { "PlanId", "PreviousItemId" },
                unique: true,
                filter: "[PreviousItemId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_PreviousItemId_AgencyId",
                table: "PlanItems",
                columns: new[] { "PreviousItemId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_ResponsibleId",
                table: "PlanItems",
                column: "ResponsibleId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_AgencyId_Year",
                table: "Plans",
                columns: new[] { "AgencyId", "Year" },
                unique: true,
                filter: "[DeletedUtc] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_SignerId_AgencyId",
                table: "Plans",
                columns: new[] { "SignerId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanTarget_BaseIndicatorId",
                table: "PlanTarget",
                column: "BaseIndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanTarget_IndicatorId",
                table: "PlanTarget",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanTarget_PlanItemId_AgencyId",
                table: "PlanTarget",
                columns: new[] { "PlanItemId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaActivities_AgencyId_ChangedUtc_Id",
                table: "PropagandaActivities",
                columns: new[] { "AgencyId", "ChangedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaActivities_AgencyId_Year_DeletedUtc_PlanItemId_Id",
                table: "PropagandaActivities",
                columns: new[] { "AgencyId", "Year", "DeletedUtc", "PlanItemId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaActivities_AgencyId_Year_DeletedUtc_SortKey_Id",
                table: "PropagandaActivities",
                columns: new[] { "AgencyId", "Year", "DeletedUtc", "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaActivities_AgencyId_Year_DeletedUtc_StartsOn_Id",
                table: "PropagandaActivities",
                columns: new[] { "AgencyId", "Year", "DeletedUtc", "StartsOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaActivities_ChannelId",
                table: "PropagandaActivities",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaActivities_EnteredById_EnteredUtc",
                table: "PropagandaActivities",
                columns: new[] { "EnteredById", "EnteredUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaActivities_ImportBatchId_AgencyId",
                table: "PropagandaActivities",
                columns: new[] { "ImportBatchId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaActivities_PlanItemId_AgencyId",
                table: "PropagandaActivities",
                columns: new[] { "PlanItemId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaActivities_TopicId",
                table: "PropagandaActivities",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_PropagandaChannels_Code",
                table: "PropagandaChannels",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProposalAnswers_AgencyId_Year",
                table: "ProposalAnswers",
                columns: new[] { "AgencyId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposalAnswers_AnsweredById",
                table: "ProposalAnswers",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalAnswers_NextYearTaskId_AgencyId",
                table: "ProposalAnswers",
                columns: new[] { "NextYearTaskId", "AgencyId" },
                unique: true,
                filter: "[NextYearTaskId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalAnswers_PlanItemId_AgencyId",
                table: "ProposalAnswers",
                columns: new[] { "PlanItemId", "AgencyId" },
                unique: true,
                filter: "[PlanItemId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalAnswers_ShortcomingId_AgencyId",
                table: "ProposalAnswers",
                columns: new[] { "ShortcomingId", "AgencyId" },
                unique: true,
                filter: "[ShortcomingId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReferenceDocuments_AgencyId_Year_Id",
                table: "ReferenceDocuments",
                columns: new[] { "AgencyId", "Year", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferenceDocuments_AgencyId_Year_SortKey_Id",
                table: "ReferenceDocuments",
                columns: new[] { "AgencyId", "Year", "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportBasis_PlanId_AgencyId",
                table: "ReportBasis",
                columns: new[] { "PlanId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportBasis_ReferenceDocumentId_AgencyId",
                table: "ReportBasis",
                columns: new[] { "ReferenceDocumentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportBasis_ReportId_AgencyId",
                table: "ReportBasis",
                columns: new[] { "ReportId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportChecks_ReportId_VersionNumber_Kind",
                table: "ReportChecks",
                columns: new[] { "ReportId", "VersionNumber", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportChecks_UserId",
                table: "ReportChecks",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportCommentReply_CommentId_AgencyId",
                table: "ReportCommentReply",
                columns: new[] { "CommentId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportCommentReply_UserId",
                table: "ReportCommentReply",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportComments_AgencyId_Status",
                table: "ReportComments",
                columns: new[] { "AgencyId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportComments_ReportId_AtUtc",
                table: "ReportComments",
                columns: new[] { "ReportId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportComments_UserId",
                table: "ReportComments",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportDeliveries_AgencyId",
                table: "ReportDeliveries",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportDeliveries_RecipientAgencyId_SentUtc",
                table: "ReportDeliveries",
                columns: new[] { "RecipientAgencyId", "SentUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportDeliveries_ReportId_VersionId_RecipientAgencyId",
                table: "ReportDeliveries",
                columns: new[] { "ReportId", "VersionId", "RecipientAgencyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportDeliveries_VersionId_AgencyId",
                table: "ReportDeliveries",
                columns: new[] { "VersionId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportEvents_ReportId_AtUtc",
                table: "ReportEvents",
                columns: new[] { "ReportId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportFiles_ReportId_VersionNumber",
                table: "ReportFiles",
                columns: new[] { "ReportId", "VersionNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportFiles_Sha256",
                table: "ReportFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_ReportFollowUps_EntryId_AgencyId",
                table: "ReportFollowUps",
                columns: new[] { "EntryId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportFollowUps_PdfSha256",
                table: "ReportFollowUps",
                column: "PdfSha256");

            migrationBuilder.CreateIndex(
                name: "IX_ReportFollowUps_ReportId_AgencyId",
                table: "ReportFollowUps",
                columns: new[] { "ReportId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportingPeriods_AgencyId_Year_Kind_Ordinal",
                table: "ReportingPeriods",
                columns: new[] { "AgencyId", "Year", "Kind", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportLineFigure_IndicatorId",
                table: "ReportLineFigure",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportLineFigure_LineId_AgencyId",
                table: "ReportLineFigure",
                columns: new[] { "LineId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportLineOrigin_LineId_AgencyId",
                table: "ReportLineOrigin",
                columns: new[] { "LineId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportLineOrigin_RowId_Kind",
                table: "ReportLineOrigin",
                columns: new[] { "RowId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportLines_ReportId_AutoKey",
                table: "ReportLines",
                columns: new[] { "ReportId", "AutoKey" },
                unique: true,
                filter: "[AutoKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReportLines_ReportId_Position",
                table: "ReportLines",
                columns: new[] { "ReportId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportPassedFindings_ReportId_RuleId_BlockId_TextSha256",
                table: "ReportPassedFindings",
                columns: new[] { "ReportId", "RuleId", "BlockId", "TextSha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportPassedFindings_UserId",
                table: "ReportPassedFindings",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRecipient_RecipientAgencyId",
                table: "ReportRecipient",
                column: "RecipientAgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRecipient_ReportId_AgencyId",
                table: "ReportRecipient",
                columns: new[] { "ReportId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportReminders_AgencyId",
                table: "ReportReminders",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportReminders_CommuneId",
                table: "ReportReminders",
                column: "CommuneId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportReminders_MailState",
                table: "ReportReminders",
                column: "MailState");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequestCommunes_CommuneId",
                table: "ReportRequestCommunes",
                column: "CommuneId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequestCommunes_RequestId_CommuneId",
                table: "ReportRequestCommunes",
                columns: new[] { "RequestId", "CommuneId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequestIndicator_IndicatorId",
                table: "ReportRequestIndicator",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequestIndicator_RequestId_IndicatorId",
                table: "ReportRequestIndicator",
                columns: new[] { "RequestId", "IndicatorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportRequests_OutlineTemplateId",
                table: "ReportRequests",
                column: "OutlineTemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportVersions_IssuedPdfSha256",
                table: "ReportVersions",
                column: "IssuedPdfSha256");

            migrationBuilder.CreateIndex(
                name: "IX_ReportVersions_ReportId_Number",
                table: "ReportVersions",
                columns: new[] { "ReportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreCriterion_SetId_Code",
                table: "ScoreCriterion",
                columns: new[] { "SetId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreExplanations_AgencyId_Year_Code",
                table: "ScoreExplanations",
                columns: new[] { "AgencyId", "Year", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScorePart_CriterionId",
                table: "ScorePart",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_ScorePartChannel_ChannelId",
                table: "ScorePartChannel",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_ScorePartChannel_PartId",
                table: "ScorePartChannel",
                column: "PartId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreRuleSets_FirstYear",
                table: "ScoreRuleSets",
                column: "FirstYear",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreStep_CriterionId",
                table: "ScoreStep",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_SentencePatterns_AgencyId",
                table: "SentencePatterns",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_SentencePatterns_ChannelId",
                table: "SentencePatterns",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_SentencePatterns_TopicId",
                table: "SentencePatterns",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_ShortcomingCauses_Code",
                table: "ShortcomingCauses",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Shortcomings_AgencyId_Year_Position",
                table: "Shortcomings",
                columns: new[] { "AgencyId", "Year", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Shortcomings_CauseId",
                table: "Shortcomings",
                column: "CauseId");

            migrationBuilder.CreateIndex(
                name: "IX_Shortcomings_CopiedFromId_AgencyId",
                table: "Shortcomings",
                columns: new[] { "CopiedFromId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Shortcomings_PlanItemId_AgencyId",
                table: "Shortcomings",
                columns: new[] { "PlanItemId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Signers_UserId",
                table: "Signers",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SystemTokens_AgencyId",
                table: "SystemTokens",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_SystemTokens_CreatedById",
                table: "SystemTokens",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_SystemTokens_RevokedById",
                table: "SystemTokens",
                column: "RevokedById");

            migrationBuilder.CreateIndex(
                name: "IX_SystemTokens_TokenHash",
                table: "SystemTokens",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Topics_Code",
                table: "Topics",
                column: "Code",
                unique: true);
            migrationBuilder.ProtectAuditEntries();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActivityLink");

            migrationBuilder.DropTable(
                name: "ActivityMeasures");

            migrationBuilder.DropTable(
                name: "ActivityReference");

            migrationBuilder.DropTable(
                name: "ActivityTopic");

            migrationBuilder.DropTable(
                name: "AgencyRecipient");

            migrationBuilder.DropTable(
                name: "AgencySeals");

            migrationBuilder.DropTable(
                name: "AgencySettings");

            migrationBuilder.DropTable(
                name: "AgencySuperiors");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "AuditChainHeads");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "CatalogueLocalNames");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DeclaredFigures");

            migrationBuilder.DropTable(
                name: "DepartmentConfirmations");

            migrationBuilder.DropTable(
                name: "FormReceipts");

            migrationBuilder.DropTable(
                name: "KeptCertificates");

            migrationBuilder.DropTable(
                name: "LateReasons");

            migrationBuilder.DropTable(
                name: "NumberCounters");

            migrationBuilder.DropTable(
                name: "OldReports");

            migrationBuilder.DropTable(
                name: "OutlineElement");

            migrationBuilder.DropTable(
                name: "OutsideReports");

            migrationBuilder.DropTable(
                name: "PlanItemChannel");

            migrationBuilder.DropTable(
                name: "PlanItemReference");

            migrationBuilder.DropTable(
                name: "PlanTarget");

            migrationBuilder.DropTable(
                name: "PortalSettings");

            migrationBuilder.DropTable(
                name: "ProposalAnswers");

            migrationBuilder.DropTable(
                name: "ReportBasis");

            migrationBuilder.DropTable(
                name: "ReportChecks");

            migrationBuilder.DropTable(
                name: "ReportCommentReply");

            migrationBuilder.DropTable(
                name: "ReportDeliveries");

            migrationBuilder.DropTable(
                name: "ReportEvents");

            migrationBuilder.DropTable(
                name: "ReportFiles");

            migrationBuilder.DropTable(
                name: "ReportFollowUps");

            migrationBuilder.DropTable(
                name: "ReportingPeriods");

            migrationBuilder.DropTable(
                name: "ReportLineFigure");

            migrationBuilder.DropTable(
                name: "ReportLineOrigin");

            migrationBuilder.DropTable(
                name: "ReportPassedFindings");

            migrationBuilder.DropTable(
                name: "ReportRecipient");

            migrationBuilder.DropTable(
                name: "ReportReminders");

            migrationBuilder.DropTable(
                name: "ReportRequestCommunes");

            migrationBuilder.DropTable(
                name: "ReportRequestIndicator");

            migrationBuilder.DropTable(
                name: "ScoreExplanations");

            migrationBuilder.DropTable(
                name: "ScorePartChannel");

            migrationBuilder.DropTable(
                name: "ScoreStep");

            migrationBuilder.DropTable(
                name: "SentencePatterns");

            migrationBuilder.DropTable(
                name: "SystemTokens");

            migrationBuilder.DropTable(
                name: "AgencyProfiles");

            migrationBuilder.DropTable(
                name: "PropagandaActivities");

            migrationBuilder.DropTable(
                name: "DataCollections");

            migrationBuilder.DropTable(
                name: "NextYearTasks");

            migrationBuilder.DropTable(
                name: "ReferenceDocuments");

            migrationBuilder.DropTable(
                name: "ReportComments");

            migrationBuilder.DropTable(
                name: "ReportVersions");

            migrationBuilder.DropTable(
                name: "OutgoingDocuments");

            migrationBuilder.DropTable(
                name: "ReportLines");

            migrationBuilder.DropTable(
                name: "Indicators");

            migrationBuilder.DropTable(
                name: "ReportRequests");

            migrationBuilder.DropTable(
                name: "ScorePart");

            migrationBuilder.DropTable(
                name: "PropagandaChannels");

            migrationBuilder.DropTable(
                name: "Topics");

            migrationBuilder.DropTable(
                name: "Shortcomings");

            migrationBuilder.DropTable(
                name: "AnnualReports");

            migrationBuilder.DropTable(
                name: "ScoreCriterion");

            migrationBuilder.DropTable(
                name: "PlanItems");

            migrationBuilder.DropTable(
                name: "ShortcomingCauses");

            migrationBuilder.DropTable(
                name: "OutlineTemplates");

            migrationBuilder.DropTable(
                name: "ScoreRuleSets");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "Signers");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Departments");

            migrationBuilder.DropTable(
                name: "Agencies");
        }
    }
}
