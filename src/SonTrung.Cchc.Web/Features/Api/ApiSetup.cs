using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Api;

/// <summary>The interface for other systems: its scheme, its JSON and the document that describes it.</summary>
internal static class ApiSetup
{
    /// <summary>The name of the document.</summary>
    public const string Document = "v1";

    /// <summary>Its address.</summary>
    public const string DocumentUrl = "/api/openapi.json";

    public static void AddCchcApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiTokens.Handler>(ApiTokens.Scheme, null);
        builder.Services.AddSingleton<ApiBrake>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        builder.Services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => $"/{description.RelativePath}".StartsWith(ApiProblems.Root, StringComparison.Ordinal);
            options.AddDocumentTransformer((document, _, _) => Describe(document));
            options.AddOperationTransformer((operation, context, _) => Describe(operation, context));
        });
    }

    public static void MapCchcApiDocument(this WebApplication app) => app.MapOpenApi(DocumentUrl).AllowAnonymous();

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = ApiTexts.DocumentTitle, Description = ApiTexts.DocumentText, Version = Document };
        // The portal has no fixed address: the document is read where it lies.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[ApiTokens.Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = ApiTexts.TokenText,
        };
        foreach (var (name, schema) in document.Components.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            Describe(name, schema);
        }

        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var scope = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiScopeAttribute>().Single().Scope;
        operation.Description = ApiTexts.ScopeNeeded.Fill(ApiWords.Name(scope), ApiWords.Code(scope));
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiTokens.Scheme, context.Document)] = [] }];
        foreach (var parameter in operation.Parameters ?? [])
        {
            parameter.Description = ApiWords.Parameter(operation.OperationId!, parameter.Name!);
        }

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            answer.Description = ApiTexts.ResourceManager.GetString($"Answer{status}", CultureInfo.CurrentUICulture) ?? answer.Description;
        }

        return Task.CompletedTask;
    }

    /// <summary>What each field holds, in the words of the people who connect systems.</summary>
    private static void Describe(string name, IOpenApiSchema schema)
    {
        schema.Description = ApiWords.Type(name);
        foreach (var (field, value) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            value.Description = ApiWords.Field(name, field);
            foreach (var one in value.OneOf ?? [])
            {
                // Said once, beside the null that it may be.
                one.Description = null;
            }
        }
    }
}

/// <summary>The interface in words.</summary>
internal static class ApiWords
{
    /// <summary>A scope as people read it.</summary>
    public static string Name(ApiScopes scope) => ApiTexts.ResourceManager.GetString($"Scope{scope}", CultureInfo.CurrentUICulture)!;

    /// <summary>A scope as machines write it.</summary>
    public static string Code(ApiScopes scope) => JsonNamingPolicy.CamelCase.ConvertName(scope.ToString());

    /// <summary>What a parameter is for.</summary>
    public static string Parameter(string operation, string name) =>
        ApiTexts.ResourceManager.GetString($"Parameter_{operation}_{name}", CultureInfo.CurrentUICulture)
        ?? ApiTexts.ResourceManager.GetString($"Parameter_{name}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {name} of {operation}.");

    /// <summary>What a field holds.</summary>
    public static string Field(string type, string name) =>
        ApiTexts.ResourceManager.GetString($"Field_{type}_{name}", CultureInfo.CurrentUICulture)
        ?? ApiTexts.ResourceManager.GetString($"Field_{name}", CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"No text for {name} of {type}.");

    /// <summary>What a type stands for; null when its name says it.</summary>
    public static string? Type(string name) => ApiTexts.ResourceManager.GetString($"Type_{name}", CultureInfo.CurrentUICulture);
}
