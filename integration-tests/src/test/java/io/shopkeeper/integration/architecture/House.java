package io.shopkeeper.integration.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the modules lie. */
public final class House implements LocationProvider {

  /** Modules with production code. */
  static final List<String> MODULES =
      List.of(
          "ml-core",
          "ml-cuda",
          "nlp",
          "training",
          "ejb-core/platform",
          "ejb-core/catalog",
          "ejb-core/recommendation",
          "ejb-core/prediction",
          "ejb-core/fraud",
          "ejb-core/chatbot",
          "web",
          "admin-ui",
          "cli");

  /** Packages of the domains below {@code io.shopkeeper}. */
  static final List<String> DOMAINS =
      List.of("platform", "catalog", "recommendation", "prediction", "fraud", "chatbot");

  @Override
  public Set<Location> get(Class<?> testClass) {
    Set<Location> locations = new HashSet<>();
    modules("target/classes").forEach(folder -> locations.add(Location.of(folder)));
    return locations;
  }

  /** The classes of all modules. */
  static JavaClasses classes() {
    return new ClassFileImporter().importPaths(modules("target/classes").toList());
  }

  /** The Java sources of all modules. */
  static Set<Path> sources() {
    return modules("src/main/java")
        .flatMap(House::below)
        .filter(file -> file.toString().endsWith(".java"))
        .collect(Collectors.toSet());
  }

  /** What a module gives to browsers, or makes it of, by the end of the name. */
  static List<Path> webFiles(String module, String end) {
    return modules("src/main/webapp")
        .filter(folder -> folder.getParent().getParent().getParent().endsWith(module))
        .flatMap(House::below)
        .filter(file -> file.toString().endsWith(end))
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Stream<Path> modules(String folder) {
    Path root = Path.of(System.getProperty("shopkeeper.home", "..")).toAbsolutePath().normalize();
    return MODULES.stream()
        .map(module -> root.resolve(module).resolve(folder))
        .filter(Files::isDirectory);
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
