package io.shopkeeper.cli.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which shop a command means: the one of this data folder, or any other by address and key. */
public final class ServerOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the shop's data (default: .shopkeeper beside ./shopkeeper).")
  private Path data;

  /** The folder, made and checked. */
  public DataFolder folder() {
    return DataFolder.prepare(data == null ? Installation.find().defaultData() : data);
  }

  /** A client for SHOPKEEPER_URL and SHOPKEEPER_KEY, else for the server of the data folder. */
  public ApiClient client() {
    String url = System.getenv("SHOPKEEPER_URL");
    String key = System.getenv("SHOPKEEPER_KEY");
    if (url != null && !url.isBlank()) {
      return new ApiClient(URI.create(url), key == null ? "" : key);
    }
    DataFolder folder = folder();
    return new ApiClient(address(folder.port().orElse(8080)), folder.commandLineKey());
  }

  /**
   * A client, if the shop of the data folder has run here before or SHOPKEEPER_URL names one; makes
   * no folder.
   */
  public Optional<ApiClient> clientIfThereIsAShop() {
    String url = System.getenv("SHOPKEEPER_URL");
    Path folder = data == null ? Installation.find().defaultData() : data;
    boolean there = (url != null && !url.isBlank()) || Files.exists(folder.resolve("run.json"));
    return there ? Optional.of(client()) : Optional.empty();
  }

  static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
