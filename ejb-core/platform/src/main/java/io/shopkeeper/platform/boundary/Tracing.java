package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.telemetry.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tells a collector how long things take. Nothing is recorded unless the environment says where to
 * send it, by the standard variables of OpenTelemetry.
 */
@ApplicationScoped
public class Tracing {

  @Inject private Traces traces;

  /** Something that takes a while; it has ended when this is closed. */
  public interface Span extends AutoCloseable {

    /** Finds it in the collector; empty if nothing is recorded. */
    Optional<String> traceId();

    /** Calls it by what is known only now. */
    void name(String name);

    /** Adds a fact; never personal data. */
    void fact(String key, String value);

    /** Says that it went wrong. */
    void failed(Throwable problem);

    @Override
    void close();
  }

  /**
   * Begins to answer a request.
   *
   * @param headers a header's value by its name; null if there is none
   */
  public Span request(String name, UnaryOperator<String> headers) {
    return traces.request(name, headers);
  }

  /** Begins some work of the shop's own. */
  public Span work(String name) {
    return traces.work(name);
  }
}
