IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [Agencies] (
        [Id] bigint NOT NULL,
        [Code] nvarchar(60) NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_Agencies] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AuditChainHeads] (
        [Id] int NOT NULL,
        [Count] bigint NOT NULL,
        [Hash] binary(32) NOT NULL,
        CONSTRAINT [PK_AuditChainHeads] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AuditEntries] (
        [Id] bigint NOT NULL,
        [AtUtc] datetime2 NOT NULL,
        [UserId] bigint NULL,
        [UserName] nvarchar(256) NOT NULL,
        [AgencyId] bigint NULL,
        [Action] nvarchar(60) NOT NULL,
        [Entity] nvarchar(60) NOT NULL,
        [EntityId] nvarchar(60) NOT NULL,
        [Before] nvarchar(max) NULL,
        [After] nvarchar(max) NULL,
        [CorrelationId] nvarchar(64) NULL,
        [Sequence] bigint NOT NULL,
        [PreviousHash] binary(32) NOT NULL,
        [Hash] binary(32) NOT NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AuditEntries] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [DataProtectionKeys] (
        [Id] int NOT NULL IDENTITY,
        [FriendlyName] nvarchar(max) NULL,
        [Xml] nvarchar(max) NULL,
        CONSTRAINT [PK_DataProtectionKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [FormReceipts] (
        [Key] uniqueidentifier NOT NULL,
        [UserId] bigint NOT NULL,
        [EntityId] bigint NOT NULL,
        [AtUtc] datetime2 NOT NULL,
        CONSTRAINT [PK_FormReceipts] PRIMARY KEY ([UserId], [Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [Indicators] (
        [Id] bigint NOT NULL,
        [Unit] nvarchar(40) NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(150) NOT NULL,
        [Position] int NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidTo] date NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_Indicators] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [PortalSettings] (
        [Id] bigint NOT NULL,
        [MaxUploadMegabytes] int NOT NULL,
        [KeepsCertificates] bit NOT NULL,
        [KeepingDecision] nvarchar(300) NULL,
        [KeepingDecidedBy] nvarchar(100) NULL,
        [KeepingDecidedUtc] datetime2 NULL,
        [SupportLine] nvarchar(300) NULL,
        [DueDay] int NOT NULL,
        [DueMonth] int NOT NULL,
        [GraceDays] int NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_PortalSettings] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [PropagandaChannels] (
        [Id] bigint NOT NULL,
        [Mode] nvarchar(60) NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(150) NOT NULL,
        [Position] int NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidTo] date NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_PropagandaChannels] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ScoreRuleSets] (
        [Id] bigint NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Source] nvarchar(500) NOT NULL,
        [FirstYear] int NOT NULL,
        [LastYear] int NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ScoreRuleSets] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ShortcomingCauses] (
        [Id] bigint NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(150) NOT NULL,
        [Position] int NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidTo] date NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ShortcomingCauses] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [Topics] (
        [Id] bigint NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Name] nvarchar(150) NOT NULL,
        [Position] int NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidTo] date NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_Topics] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AgencyProfiles] (
        [Id] bigint NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidTo] date NULL,
        [FullName] nvarchar(200) NOT NULL,
        [ShortName] nvarchar(200) NOT NULL,
        [LaterName] nvarchar(200) NOT NULL,
        [SuperiorLine] nvarchar(200) NULL,
        [LetterheadLines] nvarchar(400) NOT NULL,
        [AuthorityName] nvarchar(200) NOT NULL,
        [PlaceName] nvarchar(200) NOT NULL,
        [SymbolCode] nvarchar(30) NOT NULL,
        [ArchiveLine] nvarchar(200) NOT NULL,
        [SuperiorName] nvarchar(200) NOT NULL,
        [OneStopName] nvarchar(200) NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AgencyProfiles] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_AgencyProfiles_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_AgencyProfiles_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AgencySeals] (
        [Id] bigint NOT NULL,
        [Certificate] nvarchar(300) NOT NULL,
        [CertificateEndsOn] date NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AgencySeals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AgencySeals_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AgencySettings] (
        [Id] bigint NOT NULL,
        [ChecksBeforeSigning] bit NOT NULL,
        [ContactEmail] nvarchar(254) NULL,
        [NumberSource] nvarchar(60) NOT NULL,
        [NumberScope] nvarchar(60) NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AgencySettings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AgencySettings_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AgencySuperiors] (
        [Id] bigint NOT NULL,
        [SuperiorId] bigint NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidTo] date NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AgencySuperiors] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AgencySuperiors_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AgencySuperiors_Agencies_SuperiorId] FOREIGN KEY ([SuperiorId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [Departments] (
        [Id] bigint NOT NULL,
        [Name] nvarchar(150) NOT NULL,
        [Position] int NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidTo] date NULL,
        [SuccessorId] bigint NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_Departments] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_Departments_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_Departments_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Departments_Departments_AgencyId_SuccessorId] FOREIGN KEY ([AgencyId], [SuccessorId]) REFERENCES [Departments] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [LateReasons] (
        [Id] bigint NOT NULL,
        [SuperiorId] bigint NOT NULL,
        [Year] int NOT NULL,
        [PeriodKind] nvarchar(60) NOT NULL,
        [PeriodOrdinal] int NOT NULL,
        [Reason] nvarchar(1000) NOT NULL,
        [AtUtc] datetime2 NOT NULL,
        [UserName] nvarchar(256) NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_LateReasons] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LateReasons_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LateReasons_Agencies_SuperiorId] FOREIGN KEY ([SuperiorId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [NumberCounters] (
        [Id] bigint NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Year] int NOT NULL,
        [Series] nvarchar(60) NOT NULL,
        [Last] int NOT NULL,
        CONSTRAINT [PK_NumberCounters] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_NumberCounters_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [OutlineTemplates] (
        [Id] bigint NOT NULL,
        [AgencyId] bigint NULL,
        [Name] nvarchar(200) NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [KindCode] nvarchar(10) NOT NULL,
        [Subject] nvarchar(500) NOT NULL,
        [LayoutProfile] nvarchar(60) NOT NULL,
        [HasPlanAppendix] bit NOT NULL,
        [HasCauses] bit NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidTo] date NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_OutlineTemplates] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OutlineTemplates_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [OutsideReports] (
        [Id] bigint NOT NULL,
        [CommuneId] bigint NOT NULL,
        [Year] int NOT NULL,
        [PeriodKind] nvarchar(60) NOT NULL,
        [PeriodOrdinal] int NOT NULL,
        [Number] nvarchar(50) NOT NULL,
        [IssuedOn] date NOT NULL,
        [ArrivalNumber] nvarchar(50) NULL,
        [ArrivedOn] date NOT NULL,
        [ArrivedBy] nvarchar(60) NOT NULL,
        [Note] nvarchar(1000) NULL,
        [FileName] nvarchar(255) NULL,
        [FileSha256] nvarchar(64) NULL,
        [DeletedUtc] datetime2 NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_OutsideReports] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OutsideReports_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OutsideReports_Agencies_CommuneId] FOREIGN KEY ([CommuneId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReferenceDocuments] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Number] nvarchar(50) NOT NULL,
        [IssuedOn] date NULL,
        [Issuer] nvarchar(200) NOT NULL,
        [IsOwn] bit NOT NULL,
        [Subject] nvarchar(500) NOT NULL,
        [Purpose] nvarchar(60) NOT NULL,
        [DeletedUtc] datetime2 NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SortKey] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReferenceDocuments] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_ReferenceDocuments_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_ReferenceDocuments_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportingPeriods] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Ordinal] int NOT NULL,
        [From] date NOT NULL,
        [To] date NOT NULL,
        [DueOn] date NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReportingPeriods] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportingPeriods_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportReminders] (
        [Id] bigint NOT NULL,
        [CommuneId] bigint NOT NULL,
        [Year] int NOT NULL,
        [PeriodKind] nvarchar(60) NOT NULL,
        [PeriodOrdinal] int NOT NULL,
        [DueOn] date NOT NULL,
        [Text] nvarchar(1000) NULL,
        [SentUtc] datetime2 NOT NULL,
        [UserName] nvarchar(256) NOT NULL,
        [MailState] nvarchar(60) NOT NULL,
        [MailAddress] nvarchar(254) NULL,
        [MailAttempts] int NOT NULL,
        [MailedUtc] datetime2 NULL,
        [MailError] nvarchar(300) NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReportReminders] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportReminders_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportReminders_Agencies_CommuneId] FOREIGN KEY ([CommuneId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ScoreExplanations] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ScoreExplanations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ScoreExplanations_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ScoreCriterion] (
        [Id] bigint NOT NULL,
        [SetId] bigint NOT NULL,
        [Position] int NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [Name] nvarchar(300) NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [MaxPoints] decimal(18,3) NOT NULL,
        [NeedsEvidence] bit NOT NULL,
        CONSTRAINT [PK_ScoreCriterion] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ScoreCriterion_ScoreRuleSets_SetId] FOREIGN KEY ([SetId]) REFERENCES [ScoreRuleSets] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [CatalogueLocalNames] (
        [Id] bigint NOT NULL,
        [TopicId] bigint NULL,
        [ChannelId] bigint NULL,
        [IndicatorId] bigint NULL,
        [CauseId] bigint NULL,
        [Name] nvarchar(150) NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_CatalogueLocalNames] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CatalogueLocalNames_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CatalogueLocalNames_Indicators_IndicatorId] FOREIGN KEY ([IndicatorId]) REFERENCES [Indicators] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CatalogueLocalNames_PropagandaChannels_ChannelId] FOREIGN KEY ([ChannelId]) REFERENCES [PropagandaChannels] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CatalogueLocalNames_ShortcomingCauses_CauseId] FOREIGN KEY ([CauseId]) REFERENCES [ShortcomingCauses] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CatalogueLocalNames_Topics_TopicId] FOREIGN KEY ([TopicId]) REFERENCES [Topics] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [SentencePatterns] (
        [Id] bigint NOT NULL,
        [AgencyId] bigint NULL,
        [ChannelId] bigint NULL,
        [TopicId] bigint NULL,
        [Position] int NOT NULL,
        [Text] nvarchar(500) NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_SentencePatterns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SentencePatterns_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SentencePatterns_PropagandaChannels_ChannelId] FOREIGN KEY ([ChannelId]) REFERENCES [PropagandaChannels] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SentencePatterns_Topics_TopicId] FOREIGN KEY ([TopicId]) REFERENCES [Topics] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AgencyRecipient] (
        [Id] bigint NOT NULL,
        [ProfileId] bigint NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Position] int NOT NULL,
        [PrintedText] nvarchar(200) NOT NULL,
        [RecipientAgencyId] bigint NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_AgencyRecipient] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AgencyRecipient_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AgencyRecipient_Agencies_RecipientAgencyId] FOREIGN KEY ([RecipientAgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AgencyRecipient_AgencyProfiles_AgencyId_ProfileId] FOREIGN KEY ([AgencyId], [ProfileId]) REFERENCES [AgencyProfiles] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] bigint NOT NULL,
        [AgencyId] bigint NULL,
        [FullName] nvarchar(100) NOT NULL,
        [SortKey] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Duties] nvarchar(60) NOT NULL,
        [DepartmentId] bigint NULL,
        [HasTemporaryPassword] bit NOT NULL,
        [LeftUtc] datetime2 NULL,
        [Version] uniqueidentifier NOT NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(400) NULL,
        [SecurityStamp] nvarchar(100) NULL,
        [ConcurrencyStamp] nvarchar(100) NULL,
        [PhoneNumber] nvarchar(256) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetimeoffset NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUsers_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AspNetUsers_Departments_AgencyId_DepartmentId] FOREIGN KEY ([AgencyId], [DepartmentId]) REFERENCES [Departments] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [OutlineElement] (
        [Id] bigint NOT NULL,
        [TemplateId] bigint NOT NULL,
        [Key] nvarchar(40) NOT NULL,
        [Position] int NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Label] nvarchar(10) NOT NULL,
        [Level] nvarchar(60) NOT NULL,
        [Text] nvarchar(4000) NOT NULL,
        [LeadOf] nvarchar(40) NULL,
        CONSTRAINT [PK_OutlineElement] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OutlineElement_OutlineTemplates_TemplateId] FOREIGN KEY ([TemplateId]) REFERENCES [OutlineTemplates] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportRequests] (
        [Id] bigint NOT NULL,
        [Number] nvarchar(50) NOT NULL,
        [IssuedOn] date NOT NULL,
        [Subject] nvarchar(500) NOT NULL,
        [Year] int NOT NULL,
        [PeriodKind] nvarchar(60) NOT NULL,
        [PeriodOrdinal] int NOT NULL,
        [DueOn] date NOT NULL,
        [GraceDays] int NOT NULL,
        [OutlineTemplateId] bigint NULL,
        [OutlineText] nvarchar(max) NULL,
        [DeletedUtc] datetime2 NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReportRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_ReportRequests_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportRequests_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportRequests_OutlineTemplates_OutlineTemplateId] FOREIGN KEY ([OutlineTemplateId]) REFERENCES [OutlineTemplates] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [DeclaredFigures] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [Value] decimal(18,3) NOT NULL,
        [Unit] nvarchar(200) NOT NULL,
        [Source] nvarchar(200) NOT NULL,
        [AsOf] date NOT NULL,
        [ReferenceDocumentId] bigint NULL,
        [DeletedUtc] datetime2 NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SortKey] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DeclaredFigures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DeclaredFigures_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DeclaredFigures_ReferenceDocuments_AgencyId_ReferenceDocumentId] FOREIGN KEY ([AgencyId], [ReferenceDocumentId]) REFERENCES [ReferenceDocuments] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ScorePart] (
        [Id] bigint NOT NULL,
        [CriterionId] bigint NOT NULL,
        [Position] int NOT NULL,
        [Name] nvarchar(300) NOT NULL,
        [Points] decimal(18,3) NOT NULL,
        [Mode] nvarchar(60) NOT NULL,
        [MinForms] int NOT NULL,
        CONSTRAINT [PK_ScorePart] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ScorePart_ScoreCriterion_CriterionId] FOREIGN KEY ([CriterionId]) REFERENCES [ScoreCriterion] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ScoreStep] (
        [Id] bigint NOT NULL,
        [CriterionId] bigint NOT NULL,
        [FromPercent] decimal(18,3) NOT NULL,
        [Points] decimal(18,3) NULL,
        CONSTRAINT [PK_ScoreStep] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ScoreStep_ScoreCriterion_CriterionId] FOREIGN KEY ([CriterionId]) REFERENCES [ScoreCriterion] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] bigint NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] bigint NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserPasskeys] (
        [CredentialId] varbinary(1024) NOT NULL,
        [UserId] bigint NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AspNetUserPasskeys] PRIMARY KEY NONCLUSTERED ([CredentialId]),
        CONSTRAINT [FK_AspNetUserPasskeys_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] bigint NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ImportBatches] (
        [Id] bigint NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Year] int NULL,
        [FileName] nvarchar(255) NULL,
        [Status] nvarchar(60) NOT NULL,
        [ReceivedUtc] datetime2 NOT NULL,
        [ReceivedById] bigint NOT NULL,
        [RowsSha256] nvarchar(64) NULL,
        [Choices] nvarchar(max) NOT NULL,
        [ImportedUtc] datetime2 NULL,
        [Imported] int NOT NULL,
        [Wrong] int NOT NULL,
        [Skipped] int NOT NULL,
        [UndoneUtc] datetime2 NULL,
        [UndoneById] bigint NULL,
        [Undone] int NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ImportBatches] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_ImportBatches_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_ImportBatches_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ImportBatches_AspNetUsers_ReceivedById] FOREIGN KEY ([ReceivedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ImportBatches_AspNetUsers_UndoneById] FOREIGN KEY ([UndoneById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [KeptCertificates] (
        [Id] bigint NOT NULL,
        [UserId] bigint NOT NULL,
        [Use] nvarchar(60) NOT NULL,
        [SignerName] nvarchar(500) NOT NULL,
        [Issuer] nvarchar(500) NOT NULL,
        [Thumbprint] nvarchar(64) NOT NULL,
        [ExpiresUtc] datetime2 NOT NULL,
        [Certificates] varbinary(max) NOT NULL,
        [Salt] varbinary(64) NOT NULL,
        [Rounds] int NOT NULL,
        [Locked] varbinary(max) NOT NULL,
        [Picture] varbinary(max) NULL,
        [PictureMillimetres] int NULL,
        [ImportedUtc] datetime2 NOT NULL,
        [WrongPins] int NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_KeptCertificates] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_KeptCertificates_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_KeptCertificates_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [Signers] (
        [Id] bigint NOT NULL,
        [ValidFrom] date NOT NULL,
        [ValidTo] date NULL,
        [Certificate] nvarchar(300) NULL,
        [CertificateEndsOn] date NULL,
        [Scope] nvarchar(300) NULL,
        [Reports] nvarchar(60) NULL,
        [UserId] bigint NULL,
        [FullName] nvarchar(50) NOT NULL,
        [Post] nvarchar(100) NOT NULL,
        [HeadPost] nvarchar(100) NULL,
        [Capacity] nvarchar(60) NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_Signers] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_Signers_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_Signers_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Signers_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [SystemTokens] (
        [Id] bigint NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Scopes] nvarchar(60) NOT NULL,
        [TokenHash] nvarchar(64) NOT NULL,
        [TokenEnd] nvarchar(4) NOT NULL,
        [ExpiresOn] date NOT NULL,
        [CreatedUtc] datetime2 NOT NULL,
        [CreatedById] bigint NOT NULL,
        [RevokedUtc] datetime2 NULL,
        [RevokedById] bigint NULL,
        [LastUsedOn] date NULL,
        [LastUsedUtc] datetime2 NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_SystemTokens] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SystemTokens_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SystemTokens_AspNetUsers_CreatedById] FOREIGN KEY ([CreatedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SystemTokens_AspNetUsers_RevokedById] FOREIGN KEY ([RevokedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportRequestCommunes] (
        [Id] bigint NOT NULL,
        [RequestId] bigint NOT NULL,
        [CommuneId] bigint NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportRequestCommunes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportRequestCommunes_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportRequestCommunes_Agencies_CommuneId] FOREIGN KEY ([CommuneId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportRequestCommunes_ReportRequests_AgencyId_RequestId] FOREIGN KEY ([AgencyId], [RequestId]) REFERENCES [ReportRequests] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportRequestIndicator] (
        [Id] bigint NOT NULL,
        [RequestId] bigint NOT NULL,
        [IndicatorId] bigint NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportRequestIndicator] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportRequestIndicator_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportRequestIndicator_Indicators_IndicatorId] FOREIGN KEY ([IndicatorId]) REFERENCES [Indicators] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportRequestIndicator_ReportRequests_AgencyId_RequestId] FOREIGN KEY ([AgencyId], [RequestId]) REFERENCES [ReportRequests] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ScorePartChannel] (
        [Id] bigint NOT NULL,
        [PartId] bigint NOT NULL,
        [ChannelId] bigint NOT NULL,
        CONSTRAINT [PK_ScorePartChannel] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ScorePartChannel_PropagandaChannels_ChannelId] FOREIGN KEY ([ChannelId]) REFERENCES [PropagandaChannels] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ScorePartChannel_ScorePart_PartId] FOREIGN KEY ([PartId]) REFERENCES [ScorePart] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [AnnualReports] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [PeriodKind] nvarchar(60) NOT NULL,
        [PeriodOrdinal] int NOT NULL,
        [Revision] int NOT NULL,
        [OutlineTemplateId] bigint NOT NULL,
        [Status] nvarchar(60) NOT NULL,
        [Subject] nvarchar(500) NULL,
        [Number] int NULL,
        [Symbol] nvarchar(30) NULL,
        [IssuedOn] date NULL,
        [NumberYear] int NULL,
        [IsOnPaper] bit NOT NULL,
        [IsReentered] bit NOT NULL,
        [PublicCode] nvarchar(22) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [VersionNumber] int NOT NULL,
        [SubmittedById] bigint NULL,
        [SignerId] bigint NULL,
        [HasPlanAppendix] bit NOT NULL,
        [HasActivityAppendix] bit NOT NULL,
        [EvidenceRelease] nvarchar(60) NOT NULL,
        [ReplacesId] bigint NULL,
        [DeletedUtc] datetime2 NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AnnualReports] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_AnnualReports_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_AnnualReports_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AnnualReports_AnnualReports_AgencyId_ReplacesId] FOREIGN KEY ([AgencyId], [ReplacesId]) REFERENCES [AnnualReports] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AnnualReports_AspNetUsers_SubmittedById] FOREIGN KEY ([SubmittedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AnnualReports_OutlineTemplates_OutlineTemplateId] FOREIGN KEY ([OutlineTemplateId]) REFERENCES [OutlineTemplates] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_AnnualReports_Signers_AgencyId_SignerId] FOREIGN KEY ([AgencyId], [SignerId]) REFERENCES [Signers] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [Plans] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [Number] nvarchar(50) NOT NULL,
        [IssuedOn] date NULL,
        [Subject] nvarchar(500) NOT NULL,
        [Purpose] nvarchar(4000) NULL,
        [Requirements] nvarchar(4000) NULL,
        [Funding] nvarchar(4000) NULL,
        [Implementation] nvarchar(4000) NULL,
        [SignerId] bigint NULL,
        [DeletedUtc] datetime2 NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_Plans] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_Plans_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_Plans_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Plans_Signers_AgencyId_SignerId] FOREIGN KEY ([AgencyId], [SignerId]) REFERENCES [Signers] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [DataCollections] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [ClosesOn] date NOT NULL,
        [Note] nvarchar(1000) NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DataCollections] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_DataCollections_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_DataCollections_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DataCollections_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [OldReports] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [FileName] nvarchar(255) NULL,
        [FileSha256] nvarchar(64) NOT NULL,
        [PagesWithoutText] nvarchar(200) NOT NULL,
        [ReceivedUtc] datetime2 NOT NULL,
        [ReceivedById] bigint NOT NULL,
        [ChangedUtc] datetime2 NOT NULL,
        [SourceText] nvarchar(max) NOT NULL,
        [SourceBreaks] nvarchar(max) NOT NULL,
        [BlocksJson] nvarchar(max) NOT NULL,
        [ReportId] bigint NULL,
        [CreatedJson] nvarchar(max) NOT NULL,
        [AppliedUtc] datetime2 NULL,
        [AppliedById] bigint NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_OldReports] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OldReports_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OldReports_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OldReports_AspNetUsers_AppliedById] FOREIGN KEY ([AppliedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OldReports_AspNetUsers_ReceivedById] FOREIGN KEY ([ReceivedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [OutgoingDocuments] (
        [Id] bigint NOT NULL,
        [NumberYear] int NOT NULL,
        [Series] nvarchar(60) NOT NULL,
        [KindKey] nvarchar(60) NOT NULL,
        [Number] int NOT NULL,
        [Symbol] nvarchar(30) NOT NULL,
        [IssuedOn] date NOT NULL,
        [BookOrder] bigint NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Subject] nvarchar(500) NOT NULL,
        [Signer] nvarchar(160) NOT NULL,
        [Recipients] nvarchar(1000) NOT NULL,
        [Keeper] nvarchar(200) NOT NULL,
        [Copies] int NULL,
        [SentOn] date NULL,
        [Receipt] nvarchar(200) NOT NULL,
        [Remark] nvarchar(500) NOT NULL,
        [IsGivenByPortal] bit NOT NULL,
        [CancelReason] nvarchar(500) NULL,
        [ReportId] bigint NULL,
        [PdfSha256] nvarchar(64) NULL,
        [FileName] nvarchar(255) NULL,
        [DeletedUtc] datetime2 NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_OutgoingDocuments] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_OutgoingDocuments_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_OutgoingDocuments_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_OutgoingDocuments_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportChecks] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [VersionNumber] int NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [UserId] bigint NOT NULL,
        [UserName] nvarchar(256) NOT NULL,
        [AtUtc] datetime2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportChecks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportChecks_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportChecks_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportChecks_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportComments] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [VersionNumber] int NOT NULL,
        [BlockId] nvarchar(40) NOT NULL,
        [Sentence] nvarchar(max) NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [UserId] bigint NOT NULL,
        [UserName] nvarchar(256) NOT NULL,
        [AtUtc] datetime2 NOT NULL,
        [Status] nvarchar(60) NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReportComments] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_ReportComments_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportComments_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportComments_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportComments_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportEvents] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [AtUtc] datetime2 NOT NULL,
        [UserId] bigint NULL,
        [UserName] nvarchar(256) NOT NULL,
        [Action] nvarchar(60) NOT NULL,
        [From] nvarchar(60) NOT NULL,
        [To] nvarchar(60) NOT NULL,
        [Reason] nvarchar(2000) NULL,
        [VersionNumber] int NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportEvents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportEvents_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportEvents_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportFiles] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [VersionNumber] int NOT NULL,
        [Step] nvarchar(60) NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [AtUtc] datetime2 NOT NULL,
        [UserName] nvarchar(256) NOT NULL,
        [Way] nvarchar(60) NULL,
        [SignerName] nvarchar(500) NULL,
        [Issuer] nvarchar(500) NULL,
        [Thumbprint] nvarchar(64) NULL,
        [SignedUtc] datetime2 NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportFiles_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportFiles_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportLines] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [ElementKey] nvarchar(40) NOT NULL,
        [Position] int NOT NULL,
        [Level] nvarchar(60) NOT NULL,
        [Label] nvarchar(10) NOT NULL,
        [Text] nvarchar(max) NOT NULL,
        [EndMark] nvarchar(10) NULL,
        [AutoKey] nvarchar(120) NULL,
        [AutoText] nvarchar(max) NULL,
        [BaseText] nvarchar(max) NULL,
        [IsEdited] bit NOT NULL,
        [IsRemoved] bit NOT NULL,
        [IsPlacedByHand] bit NOT NULL,
        [AfterLineId] bigint NULL,
        [IsIndentedByHand] bit NOT NULL,
        [IsVerbatim] bit NOT NULL,
        [HasStaleData] bit NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReportLines] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_ReportLines_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportLines_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportLines_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportPassedFindings] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [RuleId] nvarchar(40) NOT NULL,
        [BlockId] nvarchar(40) NOT NULL,
        [TextSha256] nvarchar(64) NOT NULL,
        [Excerpt] nvarchar(300) NOT NULL,
        [Reason] nvarchar(500) NOT NULL,
        [UserId] bigint NOT NULL,
        [UserName] nvarchar(256) NOT NULL,
        [AtUtc] datetime2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportPassedFindings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportPassedFindings_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportPassedFindings_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportPassedFindings_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportRecipient] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Position] int NOT NULL,
        [PrintedText] nvarchar(200) NOT NULL,
        [RecipientAgencyId] bigint NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportRecipient] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportRecipient_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportRecipient_Agencies_RecipientAgencyId] FOREIGN KEY ([RecipientAgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportRecipient_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportVersions] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [Number] int NOT NULL,
        [SubmittedUtc] datetime2 NOT NULL,
        [ModelJson] nvarchar(max) NOT NULL,
        [ModelSha256] nvarchar(64) NOT NULL,
        [FiguresJson] nvarchar(max) NULL,
        [PdfSha256] nvarchar(64) NOT NULL,
        [IssuedPdfSha256] nvarchar(64) NULL,
        [ScanSha256] nvarchar(64) NULL,
        [EvidenceJson] nvarchar(max) NOT NULL,
        [EvidenceSha256] nvarchar(64) NOT NULL,
        [EvidenceRelease] nvarchar(60) NOT NULL,
        [Engine] nvarchar(60) NOT NULL,
        [LayoutProfile] nvarchar(60) NOT NULL,
        [PageCount] int NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_ReportVersions_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportVersions_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportVersions_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [PlanItems] (
        [Id] bigint NOT NULL,
        [PlanId] bigint NOT NULL,
        [Section] nvarchar(60) NOT NULL,
        [Position] int NOT NULL,
        [Title] nvarchar(300) NOT NULL,
        [ReportText] nvarchar(2000) NULL,
        [EndMark] nvarchar(10) NULL,
        [DepartmentId] bigint NULL,
        [ResponsibleId] bigint NULL,
        [DueOn] date NULL,
        [BudgetDong] bigint NULL,
        [ReasonNotDone] nvarchar(2000) NULL,
        [PreviousItemId] bigint NULL,
        [ImportBatchId] bigint NULL,
        [ImportedVersion] uniqueidentifier NULL,
        [DeletedUtc] datetime2 NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_PlanItems] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_PlanItems_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_PlanItems_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanItems_AspNetUsers_ResponsibleId] FOREIGN KEY ([ResponsibleId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanItems_Departments_AgencyId_DepartmentId] FOREIGN KEY ([AgencyId], [DepartmentId]) REFERENCES [Departments] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanItems_ImportBatches_AgencyId_ImportBatchId] FOREIGN KEY ([AgencyId], [ImportBatchId]) REFERENCES [ImportBatches] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanItems_PlanItems_AgencyId_PreviousItemId] FOREIGN KEY ([AgencyId], [PreviousItemId]) REFERENCES [PlanItems] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanItems_Plans_AgencyId_PlanId] FOREIGN KEY ([AgencyId], [PlanId]) REFERENCES [Plans] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportBasis] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [Position] int NOT NULL,
        [PlanId] bigint NULL,
        [ReferenceDocumentId] bigint NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportBasis] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportBasis_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportBasis_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportBasis_Plans_AgencyId_PlanId] FOREIGN KEY ([AgencyId], [PlanId]) REFERENCES [Plans] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportBasis_ReferenceDocuments_AgencyId_ReferenceDocumentId] FOREIGN KEY ([AgencyId], [ReferenceDocumentId]) REFERENCES [ReferenceDocuments] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [DepartmentConfirmations] (
        [Id] bigint NOT NULL,
        [CollectionId] bigint NOT NULL,
        [DepartmentId] bigint NOT NULL,
        [ConfirmedUtc] datetime2 NULL,
        [ConfirmedById] bigint NULL,
        [ConfirmedBy] nvarchar(256) NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_DepartmentConfirmations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_DepartmentConfirmations_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DepartmentConfirmations_AspNetUsers_ConfirmedById] FOREIGN KEY ([ConfirmedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_DepartmentConfirmations_DataCollections_AgencyId_CollectionId] FOREIGN KEY ([AgencyId], [CollectionId]) REFERENCES [DataCollections] ([AgencyId], [Id]),
        CONSTRAINT [FK_DepartmentConfirmations_Departments_AgencyId_DepartmentId] FOREIGN KEY ([AgencyId], [DepartmentId]) REFERENCES [Departments] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportFollowUps] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [EntryId] bigint NOT NULL,
        [DocumentKind] nvarchar(60) NOT NULL,
        [Number] int NOT NULL,
        [Symbol] nvarchar(30) NOT NULL,
        [IssuedOn] date NOT NULL,
        [Content] nvarchar(2000) NOT NULL,
        [PdfSha256] nvarchar(64) NULL,
        [FileName] nvarchar(255) NULL,
        [AtUtc] datetime2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportFollowUps] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportFollowUps_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportFollowUps_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportFollowUps_OutgoingDocuments_AgencyId_EntryId] FOREIGN KEY ([AgencyId], [EntryId]) REFERENCES [OutgoingDocuments] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportCommentReply] (
        [Id] bigint NOT NULL,
        [CommentId] bigint NOT NULL,
        [Act] nvarchar(60) NOT NULL,
        [Text] nvarchar(2000) NULL,
        [UserId] bigint NOT NULL,
        [UserName] nvarchar(256) NOT NULL,
        [AtUtc] datetime2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportCommentReply] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportCommentReply_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportCommentReply_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportCommentReply_ReportComments_AgencyId_CommentId] FOREIGN KEY ([AgencyId], [CommentId]) REFERENCES [ReportComments] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportLineFigure] (
        [Id] bigint NOT NULL,
        [LineId] bigint NOT NULL,
        [Position] int NOT NULL,
        [IndicatorId] bigint NULL,
        [Unit] nvarchar(40) NOT NULL,
        [Value] decimal(18,3) NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportLineFigure] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportLineFigure_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportLineFigure_Indicators_IndicatorId] FOREIGN KEY ([IndicatorId]) REFERENCES [Indicators] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportLineFigure_ReportLines_AgencyId_LineId] FOREIGN KEY ([AgencyId], [LineId]) REFERENCES [ReportLines] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportLineOrigin] (
        [Id] bigint NOT NULL,
        [LineId] bigint NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [RowId] bigint NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ReportLineOrigin] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportLineOrigin_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportLineOrigin_ReportLines_AgencyId_LineId] FOREIGN KEY ([AgencyId], [LineId]) REFERENCES [ReportLines] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ReportDeliveries] (
        [Id] bigint NOT NULL,
        [ReportId] bigint NOT NULL,
        [VersionId] bigint NOT NULL,
        [RecipientAgencyId] bigint NOT NULL,
        [SentUtc] datetime2 NOT NULL,
        [Status] nvarchar(60) NOT NULL,
        [AnsweredUtc] datetime2 NULL,
        [AnsweredBy] nvarchar(256) NULL,
        [ReturnReason] nvarchar(2000) NULL,
        [NotedUtc] datetime2 NULL,
        [NotedBy] nvarchar(256) NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ReportDeliveries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReportDeliveries_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportDeliveries_Agencies_RecipientAgencyId] FOREIGN KEY ([RecipientAgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReportDeliveries_AnnualReports_AgencyId_ReportId] FOREIGN KEY ([AgencyId], [ReportId]) REFERENCES [AnnualReports] ([AgencyId], [Id]),
        CONSTRAINT [FK_ReportDeliveries_ReportVersions_AgencyId_VersionId] FOREIGN KEY ([AgencyId], [VersionId]) REFERENCES [ReportVersions] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [PlanItemChannel] (
        [Id] bigint NOT NULL,
        [PlanItemId] bigint NOT NULL,
        [ChannelId] bigint NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_PlanItemChannel] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PlanItemChannel_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanItemChannel_PlanItems_AgencyId_PlanItemId] FOREIGN KEY ([AgencyId], [PlanItemId]) REFERENCES [PlanItems] ([AgencyId], [Id]),
        CONSTRAINT [FK_PlanItemChannel_PropagandaChannels_ChannelId] FOREIGN KEY ([ChannelId]) REFERENCES [PropagandaChannels] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [PlanItemReference] (
        [Id] bigint NOT NULL,
        [PlanItemId] bigint NOT NULL,
        [Position] int NOT NULL,
        [ReferenceDocumentId] bigint NOT NULL,
        [EndMark] nvarchar(10) NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_PlanItemReference] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PlanItemReference_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanItemReference_PlanItems_AgencyId_PlanItemId] FOREIGN KEY ([AgencyId], [PlanItemId]) REFERENCES [PlanItems] ([AgencyId], [Id]),
        CONSTRAINT [FK_PlanItemReference_ReferenceDocuments_AgencyId_ReferenceDocumentId] FOREIGN KEY ([AgencyId], [ReferenceDocumentId]) REFERENCES [ReferenceDocuments] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [PlanTarget] (
        [Id] bigint NOT NULL,
        [PlanItemId] bigint NOT NULL,
        [Position] int NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [IndicatorId] bigint NULL,
        [BaseIndicatorId] bigint NULL,
        [Value] decimal(18,3) NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_PlanTarget] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PlanTarget_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanTarget_Indicators_BaseIndicatorId] FOREIGN KEY ([BaseIndicatorId]) REFERENCES [Indicators] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanTarget_Indicators_IndicatorId] FOREIGN KEY ([IndicatorId]) REFERENCES [Indicators] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PlanTarget_PlanItems_AgencyId_PlanItemId] FOREIGN KEY ([AgencyId], [PlanItemId]) REFERENCES [PlanItems] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [PropagandaActivities] (
        [Id] bigint NOT NULL,
        [Title] nvarchar(300) NOT NULL,
        [Year] int NOT NULL,
        [StartsOn] date NOT NULL,
        [EndsOn] date NOT NULL,
        [IsAllYear] bit NOT NULL,
        [ChannelId] bigint NOT NULL,
        [TopicId] bigint NULL,
        [PlanItemId] bigint NULL,
        [DepartmentId] bigint NULL,
        [Place] nvarchar(200) NULL,
        [PeopleReached] int NULL,
        [CostDong] bigint NULL,
        [ReportText] nvarchar(2000) NULL,
        [EndMark] nvarchar(10) NULL,
        [IsHighlighted] bit NOT NULL,
        [Position] int NOT NULL,
        [EnteredUtc] datetime2 NOT NULL,
        [EnteredById] bigint NULL,
        [ChangedUtc] datetime2 NOT NULL,
        [ImportBatchId] bigint NULL,
        [ImportedVersion] uniqueidentifier NULL,
        [DeletedUtc] datetime2 NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SortKey] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_PropagandaActivities] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_PropagandaActivities_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_PropagandaActivities_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PropagandaActivities_AspNetUsers_EnteredById] FOREIGN KEY ([EnteredById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PropagandaActivities_Departments_AgencyId_DepartmentId] FOREIGN KEY ([AgencyId], [DepartmentId]) REFERENCES [Departments] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PropagandaActivities_ImportBatches_AgencyId_ImportBatchId] FOREIGN KEY ([AgencyId], [ImportBatchId]) REFERENCES [ImportBatches] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PropagandaActivities_PlanItems_AgencyId_PlanItemId] FOREIGN KEY ([AgencyId], [PlanItemId]) REFERENCES [PlanItems] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PropagandaActivities_PropagandaChannels_ChannelId] FOREIGN KEY ([ChannelId]) REFERENCES [PropagandaChannels] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PropagandaActivities_Topics_TopicId] FOREIGN KEY ([TopicId]) REFERENCES [Topics] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [Shortcomings] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [Position] int NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [EndMark] nvarchar(10) NULL,
        [CauseId] bigint NULL,
        [Cause] nvarchar(2000) NULL,
        [Remedy] nvarchar(2000) NULL,
        [PlanItemId] bigint NULL,
        [CopiedFromId] bigint NULL,
        [DeletedUtc] datetime2 NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SortKey] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_Shortcomings] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_Shortcomings_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_Shortcomings_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Shortcomings_PlanItems_AgencyId_PlanItemId] FOREIGN KEY ([AgencyId], [PlanItemId]) REFERENCES [PlanItems] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Shortcomings_ShortcomingCauses_CauseId] FOREIGN KEY ([CauseId]) REFERENCES [ShortcomingCauses] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Shortcomings_Shortcomings_AgencyId_CopiedFromId] FOREIGN KEY ([AgencyId], [CopiedFromId]) REFERENCES [Shortcomings] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ActivityLink] (
        [Id] bigint NOT NULL,
        [ActivityId] bigint NOT NULL,
        [Url] nvarchar(2000) NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ActivityLink] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ActivityLink_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ActivityLink_PropagandaActivities_AgencyId_ActivityId] FOREIGN KEY ([AgencyId], [ActivityId]) REFERENCES [PropagandaActivities] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ActivityMeasures] (
        [Id] bigint NOT NULL,
        [ActivityId] bigint NOT NULL,
        [IndicatorId] bigint NOT NULL,
        [Value] decimal(18,3) NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ActivityMeasures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ActivityMeasures_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ActivityMeasures_Indicators_IndicatorId] FOREIGN KEY ([IndicatorId]) REFERENCES [Indicators] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ActivityMeasures_PropagandaActivities_AgencyId_ActivityId] FOREIGN KEY ([AgencyId], [ActivityId]) REFERENCES [PropagandaActivities] ([AgencyId], [Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ActivityReference] (
        [Id] bigint NOT NULL,
        [ActivityId] bigint NOT NULL,
        [ReferenceDocumentId] bigint NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ActivityReference] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ActivityReference_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ActivityReference_PropagandaActivities_AgencyId_ActivityId] FOREIGN KEY ([AgencyId], [ActivityId]) REFERENCES [PropagandaActivities] ([AgencyId], [Id]),
        CONSTRAINT [FK_ActivityReference_ReferenceDocuments_AgencyId_ReferenceDocumentId] FOREIGN KEY ([AgencyId], [ReferenceDocumentId]) REFERENCES [ReferenceDocuments] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ActivityTopic] (
        [Id] bigint NOT NULL,
        [ActivityId] bigint NOT NULL,
        [TopicId] bigint NOT NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_ActivityTopic] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ActivityTopic_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ActivityTopic_PropagandaActivities_AgencyId_ActivityId] FOREIGN KEY ([AgencyId], [ActivityId]) REFERENCES [PropagandaActivities] ([AgencyId], [Id]),
        CONSTRAINT [FK_ActivityTopic_Topics_TopicId] FOREIGN KEY ([TopicId]) REFERENCES [Topics] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [Attachments] (
        [Id] bigint NOT NULL,
        [ActivityId] bigint NULL,
        [ReferenceDocumentId] bigint NULL,
        [FileName] nvarchar(255) NOT NULL,
        [ContentType] nvarchar(100) NOT NULL,
        [Length] bigint NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [SourceSha256] nvarchar(64) NOT NULL,
        [ThumbnailSha256] nvarchar(64) NULL,
        [Width] int NULL,
        [Height] int NULL,
        [TakenOn] date NULL,
        [AddedUtc] datetime2 NOT NULL,
        [AddedById] bigint NULL,
        [DeletedUtc] datetime2 NULL,
        [AgencyId] bigint NOT NULL,
        CONSTRAINT [PK_Attachments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Attachments_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Attachments_AspNetUsers_AddedById] FOREIGN KEY ([AddedById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Attachments_PropagandaActivities_AgencyId_ActivityId] FOREIGN KEY ([AgencyId], [ActivityId]) REFERENCES [PropagandaActivities] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Attachments_ReferenceDocuments_AgencyId_ReferenceDocumentId] FOREIGN KEY ([AgencyId], [ReferenceDocumentId]) REFERENCES [ReferenceDocuments] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [NextYearTasks] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [Kind] nvarchar(60) NOT NULL,
        [Position] int NOT NULL,
        [Text] nvarchar(4000) NOT NULL,
        [EndMark] nvarchar(10) NULL,
        [ShortcomingId] bigint NULL,
        [PlanItemId] bigint NULL,
        [CopiedFromId] bigint NULL,
        [DeletedUtc] datetime2 NULL,
        [SearchKey] nvarchar(800) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SortKey] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_NextYearTasks] PRIMARY KEY ([Id]),
        CONSTRAINT [AK_NextYearTasks_AgencyId_Id] UNIQUE ([AgencyId], [Id]),
        CONSTRAINT [FK_NextYearTasks_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_NextYearTasks_NextYearTasks_AgencyId_CopiedFromId] FOREIGN KEY ([AgencyId], [CopiedFromId]) REFERENCES [NextYearTasks] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_NextYearTasks_PlanItems_AgencyId_PlanItemId] FOREIGN KEY ([AgencyId], [PlanItemId]) REFERENCES [PlanItems] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_NextYearTasks_Shortcomings_AgencyId_ShortcomingId] FOREIGN KEY ([AgencyId], [ShortcomingId]) REFERENCES [Shortcomings] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE TABLE [ProposalAnswers] (
        [Id] bigint NOT NULL,
        [Year] int NOT NULL,
        [PlanItemId] bigint NULL,
        [ShortcomingId] bigint NULL,
        [NextYearTaskId] bigint NULL,
        [Outcome] nvarchar(60) NOT NULL,
        [Reason] nvarchar(500) NULL,
        [AnsweredById] bigint NULL,
        [AnsweredBy] nvarchar(256) NOT NULL,
        [AnsweredUtc] datetime2 NOT NULL,
        [AgencyId] bigint NOT NULL,
        [Version] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ProposalAnswers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ProposalAnswers_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProposalAnswers_AspNetUsers_AnsweredById] FOREIGN KEY ([AnsweredById]) REFERENCES [AspNetUsers] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProposalAnswers_NextYearTasks_AgencyId_NextYearTaskId] FOREIGN KEY ([AgencyId], [NextYearTaskId]) REFERENCES [NextYearTasks] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProposalAnswers_PlanItems_AgencyId_PlanItemId] FOREIGN KEY ([AgencyId], [PlanItemId]) REFERENCES [PlanItems] ([AgencyId], [Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ProposalAnswers_Shortcomings_AgencyId_ShortcomingId] FOREIGN KEY ([AgencyId], [ShortcomingId]) REFERENCES [Shortcomings] ([AgencyId], [Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Count', N'Hash') AND [object_id] = OBJECT_ID(N'[AuditChainHeads]'))
        SET IDENTITY_INSERT [AuditChainHeads] ON;
    EXEC(N'INSERT INTO [AuditChainHeads] ([Id], [Count], [Hash])
    VALUES (1, CAST(0 AS bigint), 0x0000000000000000000000000000000000000000000000000000000000000000)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Count', N'Hash') AND [object_id] = OBJECT_ID(N'[AuditChainHeads]'))
        SET IDENTITY_INSERT [AuditChainHeads] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ActivityLink_ActivityId_AgencyId] ON [ActivityLink] ([ActivityId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ActivityMeasures_ActivityId_IndicatorId] ON [ActivityMeasures] ([ActivityId], [IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ActivityMeasures_IndicatorId] ON [ActivityMeasures] ([IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ActivityReference_ActivityId_AgencyId] ON [ActivityReference] ([ActivityId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ActivityReference_ReferenceDocumentId_AgencyId] ON [ActivityReference] ([ReferenceDocumentId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ActivityTopic_ActivityId_TopicId] ON [ActivityTopic] ([ActivityId], [TopicId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ActivityTopic_TopicId] ON [ActivityTopic] ([TopicId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Agencies_Code] ON [Agencies] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AgencyProfiles_AgencyId_ValidFrom] ON [AgencyProfiles] ([AgencyId], [ValidFrom]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AgencyRecipient_ProfileId_AgencyId] ON [AgencyRecipient] ([ProfileId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AgencyRecipient_RecipientAgencyId] ON [AgencyRecipient] ([RecipientAgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AgencySeals_AgencyId] ON [AgencySeals] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AgencySettings_AgencyId] ON [AgencySettings] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AgencySuperiors_AgencyId_ValidFrom] ON [AgencySuperiors] ([AgencyId], [ValidFrom]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AgencySuperiors_SuperiorId] ON [AgencySuperiors] ([SuperiorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_AnnualReports_AgencyId_NumberYear_Symbol_Number] ON [AnnualReports] ([AgencyId], [NumberYear], [Symbol], [Number]) WHERE [NumberYear] IS NOT NULL AND [Symbol] IS NOT NULL AND [Number] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_AnnualReports_AgencyId_Year_PeriodKind_PeriodOrdinal_Revision] ON [AnnualReports] ([AgencyId], [Year], [PeriodKind], [PeriodOrdinal], [Revision]) WHERE [DeletedUtc] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualReports_IssuedOn_Number] ON [AnnualReports] ([IssuedOn], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualReports_OutlineTemplateId] ON [AnnualReports] ([OutlineTemplateId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AnnualReports_PublicCode] ON [AnnualReports] ([PublicCode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualReports_ReplacesId_AgencyId] ON [AnnualReports] ([ReplacesId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualReports_SignerId_AgencyId] ON [AnnualReports] ([SignerId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AnnualReports_SubmittedById] ON [AnnualReports] ([SubmittedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserPasskeys_UserId] ON [AspNetUserPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUsers_AgencyId_SortKey] ON [AspNetUsers] ([AgencyId], [SortKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUsers_DepartmentId_AgencyId] ON [AspNetUsers] ([DepartmentId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Attachments_ActivityId_AgencyId] ON [Attachments] ([ActivityId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Attachments_AddedById] ON [Attachments] ([AddedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Attachments_AgencyId_Sha256] ON [Attachments] ([AgencyId], [Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Attachments_ReferenceDocumentId_AgencyId] ON [Attachments] ([ReferenceDocumentId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_AgencyId_AtUtc] ON [AuditEntries] ([AgencyId], [AtUtc]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_Entity_EntityId] ON [AuditEntries] ([Entity], [EntityId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AuditEntries_Sequence] ON [AuditEntries] ([Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_CatalogueLocalNames_AgencyId] ON [CatalogueLocalNames] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_CatalogueLocalNames_CauseId] ON [CatalogueLocalNames] ([CauseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_CatalogueLocalNames_ChannelId] ON [CatalogueLocalNames] ([ChannelId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_CatalogueLocalNames_IndicatorId] ON [CatalogueLocalNames] ([IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_CatalogueLocalNames_TopicId] ON [CatalogueLocalNames] ([TopicId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_DataCollections_AgencyId_ReportId] ON [DataCollections] ([AgencyId], [ReportId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_DataCollections_ReportId_AgencyId] ON [DataCollections] ([ReportId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_DeclaredFigures_AgencyId] ON [DeclaredFigures] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_DeclaredFigures_ReferenceDocumentId_AgencyId] ON [DeclaredFigures] ([ReferenceDocumentId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_DepartmentConfirmations_AgencyId] ON [DepartmentConfirmations] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_DepartmentConfirmations_CollectionId_DepartmentId] ON [DepartmentConfirmations] ([CollectionId], [DepartmentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_DepartmentConfirmations_ConfirmedById] ON [DepartmentConfirmations] ([ConfirmedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_DepartmentConfirmations_DepartmentId_AgencyId] ON [DepartmentConfirmations] ([DepartmentId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Departments_SuccessorId_AgencyId] ON [Departments] ([SuccessorId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_FormReceipts_AtUtc] ON [FormReceipts] ([AtUtc]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ImportBatches_AgencyId_ReceivedUtc_Id] ON [ImportBatches] ([AgencyId], [ReceivedUtc], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ImportBatches_ReceivedById] ON [ImportBatches] ([ReceivedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ImportBatches_UndoneById] ON [ImportBatches] ([UndoneById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Indicators_Code] ON [Indicators] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_KeptCertificates_AgencyId_UserId_Use] ON [KeptCertificates] ([AgencyId], [UserId], [Use]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_KeptCertificates_UserId] ON [KeptCertificates] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LateReasons_AgencyId_SuperiorId_Year_PeriodKind_PeriodOrdinal] ON [LateReasons] ([AgencyId], [SuperiorId], [Year], [PeriodKind], [PeriodOrdinal]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_LateReasons_SuperiorId] ON [LateReasons] ([SuperiorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_NextYearTasks_AgencyId_Year_Position] ON [NextYearTasks] ([AgencyId], [Year], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_NextYearTasks_CopiedFromId_AgencyId] ON [NextYearTasks] ([CopiedFromId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_NextYearTasks_PlanItemId_AgencyId] ON [NextYearTasks] ([PlanItemId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_NextYearTasks_ShortcomingId_AgencyId] ON [NextYearTasks] ([ShortcomingId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_NumberCounters_AgencyId_Year_Series] ON [NumberCounters] ([AgencyId], [Year], [Series]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OldReports_AgencyId_AppliedUtc_ChangedUtc] ON [OldReports] ([AgencyId], [AppliedUtc], [ChangedUtc]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OldReports_AppliedById] ON [OldReports] ([AppliedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OldReports_ReceivedById] ON [OldReports] ([ReceivedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OldReports_ReportId_AgencyId] ON [OldReports] ([ReportId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OutgoingDocuments_AgencyId_NumberYear_BookOrder_Id] ON [OutgoingDocuments] ([AgencyId], [NumberYear], [BookOrder], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_OutgoingDocuments_AgencyId_NumberYear_Series_Number] ON [OutgoingDocuments] ([AgencyId], [NumberYear], [Series], [Number]) WHERE [DeletedUtc] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_OutgoingDocuments_AgencyId_NumberYear_Symbol_Number] ON [OutgoingDocuments] ([AgencyId], [NumberYear], [Symbol], [Number]) WHERE [DeletedUtc] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OutgoingDocuments_PdfSha256] ON [OutgoingDocuments] ([PdfSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OutgoingDocuments_ReportId_AgencyId] ON [OutgoingDocuments] ([ReportId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OutlineElement_TemplateId_Key] ON [OutlineElement] ([TemplateId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OutlineTemplates_AgencyId] ON [OutlineTemplates] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OutsideReports_AgencyId] ON [OutsideReports] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_OutsideReports_CommuneId] ON [OutsideReports] ([CommuneId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanItemChannel_ChannelId] ON [PlanItemChannel] ([ChannelId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PlanItemChannel_PlanItemId_ChannelId] ON [PlanItemChannel] ([PlanItemId], [ChannelId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanItemReference_PlanItemId_AgencyId] ON [PlanItemReference] ([PlanItemId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanItemReference_ReferenceDocumentId_AgencyId] ON [PlanItemReference] ([ReferenceDocumentId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanItems_DepartmentId_AgencyId] ON [PlanItems] ([DepartmentId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanItems_ImportBatchId_AgencyId] ON [PlanItems] ([ImportBatchId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_PlanItems_PlanId_PreviousItemId] ON [PlanItems] ([PlanId], [PreviousItemId]) WHERE [PreviousItemId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanItems_PreviousItemId_AgencyId] ON [PlanItems] ([PreviousItemId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanItems_ResponsibleId] ON [PlanItems] ([ResponsibleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Plans_AgencyId_Year] ON [Plans] ([AgencyId], [Year]) WHERE [DeletedUtc] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Plans_SignerId_AgencyId] ON [Plans] ([SignerId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanTarget_BaseIndicatorId] ON [PlanTarget] ([BaseIndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanTarget_IndicatorId] ON [PlanTarget] ([IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PlanTarget_PlanItemId_AgencyId] ON [PlanTarget] ([PlanItemId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PropagandaActivities_AgencyId_ChangedUtc_Id] ON [PropagandaActivities] ([AgencyId], [ChangedUtc], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PropagandaActivities_AgencyId_Year_DeletedUtc_PlanItemId_Id] ON [PropagandaActivities] ([AgencyId], [Year], [DeletedUtc], [PlanItemId], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PropagandaActivities_AgencyId_Year_DeletedUtc_SortKey_Id] ON [PropagandaActivities] ([AgencyId], [Year], [DeletedUtc], [SortKey], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PropagandaActivities_AgencyId_Year_DeletedUtc_StartsOn_Id] ON [PropagandaActivities] ([AgencyId], [Year], [DeletedUtc], [StartsOn], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PropagandaActivities_ChannelId] ON [PropagandaActivities] ([ChannelId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PropagandaActivities_EnteredById_EnteredUtc] ON [PropagandaActivities] ([EnteredById], [EnteredUtc]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PropagandaActivities_ImportBatchId_AgencyId] ON [PropagandaActivities] ([ImportBatchId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PropagandaActivities_PlanItemId_AgencyId] ON [PropagandaActivities] ([PlanItemId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_PropagandaActivities_TopicId] ON [PropagandaActivities] ([TopicId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PropagandaChannels_Code] ON [PropagandaChannels] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ProposalAnswers_AgencyId_Year] ON [ProposalAnswers] ([AgencyId], [Year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ProposalAnswers_AnsweredById] ON [ProposalAnswers] ([AnsweredById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_ProposalAnswers_NextYearTaskId_AgencyId] ON [ProposalAnswers] ([NextYearTaskId], [AgencyId]) WHERE [NextYearTaskId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_ProposalAnswers_PlanItemId_AgencyId] ON [ProposalAnswers] ([PlanItemId], [AgencyId]) WHERE [PlanItemId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_ProposalAnswers_ShortcomingId_AgencyId] ON [ProposalAnswers] ([ShortcomingId], [AgencyId]) WHERE [ShortcomingId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReferenceDocuments_AgencyId_Year_Id] ON [ReferenceDocuments] ([AgencyId], [Year], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReferenceDocuments_AgencyId_Year_SortKey_Id] ON [ReferenceDocuments] ([AgencyId], [Year], [SortKey], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportBasis_PlanId_AgencyId] ON [ReportBasis] ([PlanId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportBasis_ReferenceDocumentId_AgencyId] ON [ReportBasis] ([ReferenceDocumentId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportBasis_ReportId_AgencyId] ON [ReportBasis] ([ReportId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReportChecks_ReportId_VersionNumber_Kind] ON [ReportChecks] ([ReportId], [VersionNumber], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportChecks_UserId] ON [ReportChecks] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportCommentReply_CommentId_AgencyId] ON [ReportCommentReply] ([CommentId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportCommentReply_UserId] ON [ReportCommentReply] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportComments_AgencyId_Status] ON [ReportComments] ([AgencyId], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportComments_ReportId_AtUtc] ON [ReportComments] ([ReportId], [AtUtc]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportComments_UserId] ON [ReportComments] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportDeliveries_AgencyId] ON [ReportDeliveries] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportDeliveries_RecipientAgencyId_SentUtc] ON [ReportDeliveries] ([RecipientAgencyId], [SentUtc]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReportDeliveries_ReportId_VersionId_RecipientAgencyId] ON [ReportDeliveries] ([ReportId], [VersionId], [RecipientAgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportDeliveries_VersionId_AgencyId] ON [ReportDeliveries] ([VersionId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportEvents_ReportId_AtUtc] ON [ReportEvents] ([ReportId], [AtUtc]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportFiles_ReportId_VersionNumber] ON [ReportFiles] ([ReportId], [VersionNumber]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportFiles_Sha256] ON [ReportFiles] ([Sha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportFollowUps_EntryId_AgencyId] ON [ReportFollowUps] ([EntryId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportFollowUps_PdfSha256] ON [ReportFollowUps] ([PdfSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportFollowUps_ReportId_AgencyId] ON [ReportFollowUps] ([ReportId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReportingPeriods_AgencyId_Year_Kind_Ordinal] ON [ReportingPeriods] ([AgencyId], [Year], [Kind], [Ordinal]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportLineFigure_IndicatorId] ON [ReportLineFigure] ([IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportLineFigure_LineId_AgencyId] ON [ReportLineFigure] ([LineId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportLineOrigin_LineId_AgencyId] ON [ReportLineOrigin] ([LineId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportLineOrigin_RowId_Kind] ON [ReportLineOrigin] ([RowId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_ReportLines_ReportId_AutoKey] ON [ReportLines] ([ReportId], [AutoKey]) WHERE [AutoKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportLines_ReportId_Position] ON [ReportLines] ([ReportId], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReportPassedFindings_ReportId_RuleId_BlockId_TextSha256] ON [ReportPassedFindings] ([ReportId], [RuleId], [BlockId], [TextSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportPassedFindings_UserId] ON [ReportPassedFindings] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportRecipient_RecipientAgencyId] ON [ReportRecipient] ([RecipientAgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportRecipient_ReportId_AgencyId] ON [ReportRecipient] ([ReportId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportReminders_AgencyId] ON [ReportReminders] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportReminders_CommuneId] ON [ReportReminders] ([CommuneId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportReminders_MailState] ON [ReportReminders] ([MailState]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportRequestCommunes_CommuneId] ON [ReportRequestCommunes] ([CommuneId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReportRequestCommunes_RequestId_CommuneId] ON [ReportRequestCommunes] ([RequestId], [CommuneId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportRequestIndicator_IndicatorId] ON [ReportRequestIndicator] ([IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReportRequestIndicator_RequestId_IndicatorId] ON [ReportRequestIndicator] ([RequestId], [IndicatorId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportRequests_OutlineTemplateId] ON [ReportRequests] ([OutlineTemplateId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ReportVersions_IssuedPdfSha256] ON [ReportVersions] ([IssuedPdfSha256]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReportVersions_ReportId_Number] ON [ReportVersions] ([ReportId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ScoreCriterion_SetId_Code] ON [ScoreCriterion] ([SetId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ScoreExplanations_AgencyId_Year_Code] ON [ScoreExplanations] ([AgencyId], [Year], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ScorePart_CriterionId] ON [ScorePart] ([CriterionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ScorePartChannel_ChannelId] ON [ScorePartChannel] ([ChannelId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ScorePartChannel_PartId] ON [ScorePartChannel] ([PartId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ScoreRuleSets_FirstYear] ON [ScoreRuleSets] ([FirstYear]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_ScoreStep_CriterionId] ON [ScoreStep] ([CriterionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_SentencePatterns_AgencyId] ON [SentencePatterns] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_SentencePatterns_ChannelId] ON [SentencePatterns] ([ChannelId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_SentencePatterns_TopicId] ON [SentencePatterns] ([TopicId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ShortcomingCauses_Code] ON [ShortcomingCauses] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Shortcomings_AgencyId_Year_Position] ON [Shortcomings] ([AgencyId], [Year], [Position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Shortcomings_CauseId] ON [Shortcomings] ([CauseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Shortcomings_CopiedFromId_AgencyId] ON [Shortcomings] ([CopiedFromId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Shortcomings_PlanItemId_AgencyId] ON [Shortcomings] ([PlanItemId], [AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_Signers_UserId] ON [Signers] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_SystemTokens_AgencyId] ON [SystemTokens] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_SystemTokens_CreatedById] ON [SystemTokens] ([CreatedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE INDEX [IX_SystemTokens_RevokedById] ON [SystemTokens] ([RevokedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SystemTokens_TokenHash] ON [SystemTokens] ([TokenHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Topics_Code] ON [Topics] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [AuditEntries_AppendOnly] ON [AuditEntries] INSTEAD OF UPDATE, DELETE AS
    BEGIN
        SET NOCOUNT ON;
        THROW 51000, N''Audit entries are never changed or removed.'', 1;
    END')
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [AuditChainHeads_OnlyForward] ON [AuditChainHeads] AFTER UPDATE, DELETE AS
    BEGIN
        SET NOCOUNT ON;
        IF EXISTS (SELECT 1 FROM deleted LEFT JOIN inserted ON inserted.[Id] = deleted.[Id] WHERE inserted.[Count] IS NULL OR inserted.[Count] < deleted.[Count])
            THROW 51001, N''The head of the audit never goes back.'', 1;
    END')
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126233026_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126233026_Initial', N'10.0.14');
END;

COMMIT;
GO

