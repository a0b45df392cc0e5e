package io.shopkeeper.cli.server;

import io.shopkeeper.cli.CommandFailedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build has made: the provisioned server, the application and the demo generator.
 *
 * @param root the folder that holds {@code ./shopkeeper}
 */
public record Installation(Path root) {

  /** As the launcher says by {@code -Dshopkeeper.home}, else the working directory. */
  public static Installation find() {
    return new Installation(
        Path.of(System.getProperty("shopkeeper.home", ".")).toAbsolutePath().normalize());
  }

  /** The provisioned WildFly. */
  public Path serverHome() {
    return built(root.resolve("ear/target/wildfly"));
  }

  /** The application. */
  public Path application() {
    return built(root.resolve("ear/target/shopkeeper.ear"));
  }

  /** The program that makes the demo shop's data. */
  public Path demoGenerator() {
    return built(root.resolve("demo-data/target/shopkeeper-demo-data.jar"));
  }

  /** Where data goes unless {@code --data} says otherwise. */
  public Path defaultData() {
    String configured = System.getenv("SHOPKEEPER_DATA");
    return configured == null || configured.isBlank()
        ? root.resolve(".shopkeeper")
        : Path.of(configured).toAbsolutePath();
  }

  private Path built(Path path) {
    if (!Files.exists(path)) {
      throw new CommandFailedException(
          "The build is incomplete: "
              + root.relativize(path)
              + " is missing. Run ./shopkeeper run again; if that does not help, delete the"
              + " target folders (mvn clean) and run it once more.");
    }
    return path;
  }
}
