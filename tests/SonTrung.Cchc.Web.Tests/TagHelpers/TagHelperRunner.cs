using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace SonTrung.Cchc.Web.Tests.TagHelpers;

/// <summary>Runs a tag helper on a model as a view would, and reads what it wrote.</summary>
internal sealed class TagHelperRunner<T>
    where T : class
{
    private readonly ViewDataDictionary<T> _viewData;
    private readonly ModelExpressionProvider _expressions;

    public TagHelperRunner(T model)
    {
        var services = new ServiceCollection();
        services.AddSingleton(NullLoggerFactory.Instance).AddLogging().AddMvcCore().AddViews().AddDataAnnotations();
        var metadata = services.BuildServiceProvider().GetRequiredService<IModelMetadataProvider>();
        _expressions = new ModelExpressionProvider(metadata);
        _viewData = new ViewDataDictionary<T>(metadata, new ModelStateDictionary()) { Model = model };
        View = new ViewContext { HttpContext = new DefaultHttpContext(), RouteData = new RouteData(), ActionDescriptor = new ActionDescriptor(), ViewData = _viewData };
    }

    public ViewContext View { get; }

    public ModelStateDictionary State => _viewData.ModelState;

    public ModelExpression For<TValue>(System.Linq.Expressions.Expression<Func<T, TValue>> expression) =>
        _expressions.CreateModelExpression(_viewData, expression);

    public static IElement? Run(TagHelper helper, params (string Name, string Value)[] attributes)
    {
        var list = new TagHelperAttributeList(attributes.Select(pair => new TagHelperAttribute(pair.Name, pair.Value)));
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("test", list, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!.FirstElementChild;
    }
}
