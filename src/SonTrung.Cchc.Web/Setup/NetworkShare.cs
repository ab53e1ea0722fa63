namespace SonTrung.Cchc.Web.Setup;

/// <summary>Tells network drives, where SQLite's locks cannot be trusted.</summary>
internal static class NetworkShare
{
    private static readonly string[] Formats = ["nfs", "cifs", "smb", "smb2", "smb3", "afs", "ceph", "9p", "fuse.sshfs", "fuse.glusterfs", "fuse.rclone"];

    /// <summary>Whether the folder is on a network drive: a UNC path or the type of drive on Windows, the file system (statfs) elsewhere.</summary>
    public static bool Holds(string folder)
    {
        if (folder.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return true;
        }

        var drive = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder);
        return IsNetwork(drive.DriveType, drive.DriveFormat);
    }

    public static bool IsNetwork(DriveType type, string format) =>
        type == DriveType.Network
        || Formats.Any(name => format.Equals(name, StringComparison.OrdinalIgnoreCase))
        || format.StartsWith("nfs", StringComparison.OrdinalIgnoreCase);
}
