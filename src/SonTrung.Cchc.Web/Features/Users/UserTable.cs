using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Web.Features.Users;

/// <summary>The list of accounts as a table to take away.</summary>
internal static class UserTable
{
    public static TableExport<AccountRow> Create() => new TableExport<AccountRow>(UserTexts.Title, "nguoi-dung")
        .Text(UserTexts.ColumnName, 30, row => row.FullName)
        .Text(UserTexts.TableUserName, 26, row => row.UserName)
        .Text(UserTexts.ColumnDuties, 40, row => DutyTexts.Names(row.Duties))
        .Text(UserTexts.TableAgency, 30, row => row.Agency)
        .Text(UserTexts.ColumnPlace, 30, row => row.Department)
        .Text(UserTexts.ColumnState, 18, row => DutyTexts.Name(row.State));
}
