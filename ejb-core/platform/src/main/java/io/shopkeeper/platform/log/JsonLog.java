package io.shopkeeper.platform.log;

import io.shopkeeper.platform.database.DataDirectory;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where {@code SHOPKEEPER_LOG} is {@code json}: all that the server logs, as JSON lines in {@code
 * log/shopkeeper.0.jsonl} of the data folder, in pieces of 20 MiB, of which the last ten are kept.
 */
@Singleton
@Startup
public class JsonLog {

  private static final int PIECE = 20 << 20;
  private static final int PIECES = 10;

  private Optional<Handler> handler = Optional.empty();

  @PostConstruct
  void begin() {
    if ("json".equalsIgnoreCase(System.getenv("SHOPKEEPER_LOG"))) {
      Handler made = open(DataDirectory.root().toAbsolutePath().resolve("log"));
      handler = Optional.of(made);
      root().addHandler(made);
    }
  }

  @PreDestroy
  void end() {
    handler.ifPresent(
        made -> {
          root().removeHandler(made);
          made.close();
        });
  }

  private static Handler open(Path folder) {
    try {
      Files.createDirectories(folder);
      String pattern = folder.toString().replace("%", "%%") + "/shopkeeper.%g.jsonl";
      var file = new FileHandler(pattern, PIECE, PIECES, true);
      file.setEncoding("UTF-8");
      file.setLevel(Level.ALL);
      file.setFormatter(new JsonLines());
      return file;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Logger root() {
    return Logger.getLogger("");
  }
}
