package io.shopkeeper.cli.server;

import java.net.URI;
import java.nio.file.Path;
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

  static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
