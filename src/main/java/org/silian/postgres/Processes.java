package org.silian.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which of PostgreSQL's processes on this computer belong to a folder, as far as it tells. */
final class Processes {

  private static final Path PROC = Path.of("/proc");

  /** Linux tells each process's working folder, and a server's is always that of its cluster. */
  static final boolean TELL_THEIR_FOLDER = Files.isSymbolicLink(PROC.resolve("self"));

  private Processes() {}

  /** Servers and their workers; somebody's shell which happens to stand there is none. */
  static List<ProcessHandle> serving(Path data) {
    return TELL_THEIR_FOLDER
        ? ProcessHandle.allProcesses().filter(process -> serves(process, data)).toList()
        : List.of();
  }

  static boolean serves(ProcessHandle process, Path data) {
    return runs(process, "postgres") && worksIn(process, data);
  }

  /** Those that are making a cluster in the folder. */
  static List<ProcessHandle> creating(Path data) {
    return ProcessHandle.allProcesses()
        .filter(process -> runs(process, "initdb") && hasArgument(process, data))
        .toList();
  }

  static boolean hasArgument(ProcessHandle process, Path path) {
    return process
        .info()
        .arguments()
        .filter(arguments -> List.of(arguments).contains(path.toString()))
        .isPresent();
  }

  static boolean runs(ProcessHandle process, String program) {
    // Linux adds a remark when the file of the program was removed meanwhile.
    return process
        .info()
        .command()
        .map(command -> command.replace(" (deleted)", ""))
        .filter(command -> Path.of(command).endsWith(program))
        .isPresent();
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      Path cwd = PROC.resolve(Long.toString(process.pid())).resolve("cwd");
      return Files.readSymbolicLink(cwd).equals(folder);
    } catch (IOException e) {
      // It has ended, or it belongs to somebody else.
      return false;
    }
  }
}
