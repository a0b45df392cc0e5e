package io.shopkeeper.integration.server;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a running shop. One for each database serves all suites of a run: they bring ids of
 * their own.
 */
public abstract sealed class RunningShop implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ShopServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(RunningShop.class))
        .getOrComputeIfAbsent(getClass(), type -> open(), Shared.class)
        .server();
  }

  abstract Shared open();

  /** On the embedded database. */
  public static final class OnH2 extends RunningShop {
    @Override
    Shared open() {
      return new Shared(ShopServer.start(folder("h2"), Map.of()), () -> {});
    }
  }

  /** On a real PostgreSQL. */
  public static final class OnPostgres extends RunningShop {
    @Override
    Shared open() {
      Database database = Database.start();
      return new Shared(
          ShopServer.start(folder("postgres"), database.environment()), database::close);
    }
  }

  /** On the embedded database, with the demo shop and its trained models. */
  public static final class OnDemo extends RunningShop {
    @Override
    Shared open() {
      ShopServer server = ShopServer.start(folder("demo"), Map.of());
      server.openDemoShop();
      return new Shared(server, () -> {});
    }
  }

  /** Below {@code target}, so that the server's log can be read after a failure. */
  private static Path folder(String name) {
    return Folders.empty(Path.of("target", "shops", name).toAbsolutePath());
  }

  /** Closed by JUnit at the end of the run. */
  record Shared(ShopServer server, Runnable after) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
      after.run();
    }
  }
}
