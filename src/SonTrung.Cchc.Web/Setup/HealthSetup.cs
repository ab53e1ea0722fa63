using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Web.Setup;

/// <summary><c>/healthz</c>: 200 while the database answers, 503 otherwise; says nothing more to a stranger.</summary>
internal static class HealthSetup
{
    public static void MapCchcHealth(this WebApplication app) =>
        app.MapGet("/healthz", async (CchcDbContext db, CancellationToken cancellation) =>
            await db.Database.CanConnectAsync(cancellation)
                ? Results.Text("ok")
                : Results.Text("down", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
}
