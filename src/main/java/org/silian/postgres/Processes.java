package org.silian.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which processes of this computer work in a folder, as far as the system tells. */
final class Processes {

  private static final Path PROC = Path.of("/proc");

  /** Linux tells each process's working folder, and PostgreSQL's are always in the cluster's. */
  static final boolean TELL_THEIR_FOLDER = Files.isSymbolicLink(PROC.resolve("self"));

  private Processes() {}

  static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      Path cwd = PROC.resolve(Long.toString(process.pid())).resolve("cwd");
      return Files.readSymbolicLink(cwd).equals(folder);
    } catch (IOException e) {
      // It has ended, or it belongs to somebody else.
      return false;
    }
  }

  static List<ProcessHandle> workingIn(Path folder) {
    return TELL_THEIR_FOLDER
        ? ProcessHandle.allProcesses().filter(process -> worksIn(process, folder)).toList()
        : List.of();
  }

  /** Those which were started with the folder as an argument. */
  static List<ProcessHandle> startedFor(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .filter(arguments -> List.of(arguments).contains(folder.toString()))
                    .isPresent())
        .toList();
  }
}
