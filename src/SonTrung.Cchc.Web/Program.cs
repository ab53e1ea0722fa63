using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.AddCchcCulture();
builder.AddCchcSecurity();
builder.AddCchcDatabase();
builder.AddCchcIdentity();
builder.AddCchcAuthorization();
builder.AddCchcRateLimits();
builder.AddCchcServices();
builder.AddCchcMvc();

var app = builder.Build();
app.UseCchcSecurity();
app.UseCchcErrorPages();
app.UseCchcCulture();
app.UseRouting();
app.UseAuthentication();
app.UseAccessScope();
app.UseRateLimiter();
app.UseAuthorization();
app.MapCchcAssets();
app.MapCchcErrorPages();
app.MapControllers();
app.Run();

/// <summary>The entry point, visible to the tests that host the portal.</summary>
public partial class Program;
