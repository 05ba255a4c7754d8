package org.silian.postgres;

import java.io.IOException;
import java.nio.file.Path;

/**
 * There is no embedded PostgreSQL to work with. The message is for people: it says what is in the
 * way and how to go on. Programs go by {@link #code()}.
 */
public final class PostgresUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final String IN_USE = "postgres-folder-in-use";
  static final String FOREIGN = "postgres-folder-foreign";
  static final String UNUSABLE = "postgres-folder-unusable";
  static final String OTHER_VERSION = "postgres-other-version";
  static final String AS_ROOT = "postgres-as-root";
  static final String UNNAMED = "postgres-account-unnamed";
  static final String NO_BINARIES = "postgres-no-binaries";
  static final String CREATE_FAILED = "postgres-create-failed";
  static final String START_FAILED = "postgres-start-failed";
  static final String LEFT_BEHIND = "postgres-left-behind";

  private static final String OR_A_SERVER =
      " Or set SILIAN_DB_URL to use a PostgreSQL server instead.";

  private final String code;

  private PostgresUnavailable(String code, String message) {
    super(message);
    this.code = code;
  }

  /** A word which stays the same when the message is reworded or translated. */
  public String code() {
    return code;
  }

  static PostgresUnavailable inUse(Path folder, String holder) {
    return new PostgresUnavailable(
        IN_USE,
        "The database in %s is already in use by %s. Stop that program, or choose another data folder."
            .formatted(folder, holder));
  }

  static PostgresUnavailable notOurs(Path folder) {
    return new PostgresUnavailable(
        FOREIGN,
        "The folder %s holds other things than a database of Silian, and nothing in it was touched."
                .formatted(folder)
            + " Choose an empty or a new folder.");
  }

  static PostgresUnavailable otherOwner(Path folder, String owner, String account) {
    return new PostgresUnavailable(
        FOREIGN,
        "The folder %s belongs to the account %s, and this program runs as %s."
                .formatted(folder, owner, account)
            + " Start it as %s, or choose another folder.".formatted(owner));
  }

  static PostgresUnavailable unusable(Path folder, IOException cause) {
    var unavailable =
        new PostgresUnavailable(
            UNUSABLE,
            "The folder %s cannot be used for a database (%s)."
                    .formatted(folder, reason(folder, cause))
                + " Check its permissions and the free space, or choose another folder."
                + OR_A_SERVER);
    unavailable.initCause(cause);
    return unavailable;
  }

  static PostgresUnavailable otherVersion(Path folder, String found, String brought) {
    return new PostgresUnavailable(
        OTHER_VERSION,
        "The database in %s was made by PostgreSQL %s, and this program brings PostgreSQL %s."
                .formatted(folder, found, brought)
            + " Export it with the program that made it and import it into a new folder.");
  }

  static PostgresUnavailable asRoot() {
    return new PostgresUnavailable(
        AS_ROOT,
        "PostgreSQL refuses to run as root, and this system does not let root give up its rights"
            + " (unshare -U). Start Silian as an ordinary user."
            + OR_A_SERVER);
  }

  static PostgresUnavailable asUnnamed(long account) {
    return new PostgresUnavailable(
        UNNAMED,
        "PostgreSQL refuses to run as the account %d, which has no name on this system."
                .formatted(account)
            + " Give it one (in /etc/passwd), or start Silian as a user who has one."
            + OR_A_SERVER);
  }

  static PostgresUnavailable noBinaries(String reason) {
    return new PostgresUnavailable(
        NO_BINARIES,
        "Silian brings no PostgreSQL that runs on this system (%s).".formatted(reason)
            + " Set SILIAN_DB_URL to use a PostgreSQL server instead.");
  }

  static PostgresUnavailable noRoomForBinaries(Path folder, IOException cause) {
    var unavailable =
        new PostgresUnavailable(
            NO_BINARIES,
            "PostgreSQL could not be unpacked into %s (%s)."
                    .formatted(folder, reason(folder, cause))
                + " Name another folder with -D%s=<folder>.".formatted(Binaries.PROPERTY)
                + OR_A_SERVER);
    unavailable.initCause(cause);
    return unavailable;
  }

  static PostgresUnavailable notCreated(Path folder, String output) {
    return new PostgresUnavailable(
        CREATE_FAILED,
        "The database in %s could not be created. Remove the cause and start again; PostgreSQL said:%n%s"
            .formatted(folder, output));
  }

  static PostgresUnavailable notStarted(Path folder, Path log, String lastLines) {
    return new PostgresUnavailable(
        START_FAILED,
        "PostgreSQL did not start in %s. Remove the cause and start again; the end of %s says:%n%s"
            .formatted(folder, log, lastLines));
  }

  static PostgresUnavailable leftBehind(Path folder, String processes) {
    return new PostgresUnavailable(
        LEFT_BEHIND,
        "An earlier PostgreSQL still works in %s and does not end (process %s)."
                .formatted(folder, processes)
            + " End it, or restart the computer, and start again.");
  }

  private static String reason(Path folder, IOException cause) {
    String message = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    // A file system exception says only the path when the system gave no reason.
    boolean tells = message != null && !message.equals(folder.toString());
    return tells ? name + ": " + message : name;
  }
}
