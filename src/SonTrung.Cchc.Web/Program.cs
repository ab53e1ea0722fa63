using SonTrung.Cchc.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.AddCchcDatabase();
builder.AddCchcIdentity();
var app = builder.Build();
app.Run();

/// <summary>The entry point, visible to the tests that host the portal.</summary>
public partial class Program;
