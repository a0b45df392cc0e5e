package io.shopkeeper.training.host;

import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is started.
 *
 * @param java the program of a Java
 * @param classPath the worker's classes
 * @param nice the program that lowers the priority; empty where the system has none
 * @param vector whether that Java has the vector module
 */
public record WorkerProgram(Path java, List<Path> classPath, Optional<Path> nice, boolean vector) {

  private static final String VECTOR = "jdk.incubator.vector";

  public WorkerProgram {
    classPath = List.copyOf(classPath);
  }

  /** With the Java of this process. */
  public static WorkerProgram ofThisJava(List<Path> classPath) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    return new WorkerProgram(
        Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java"),
        classPath,
        Stream.of("/usr/bin/nice", "/bin/nice")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst(),
        ModuleFinder.ofSystem().find(VECTOR).isPresent());
  }

  /** Why it cannot be started, if so. */
  public Optional<String> fault() {
    if (!Files.isExecutable(java)) {
      return Optional.of(
          "there is no program %s; install a whole Java, or let trainings run in the server"
              .formatted(java));
    }
    return classPath.stream()
        .filter(part -> !Files.exists(part))
        .findFirst()
        .map(missing -> "the worker's program is missing: " + missing);
  }
}
