package io.shopkeeper.platform.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.shopkeeper.platform.boundary.Tracing;
import java.util.Optional;

/**
 * A span that is this thread's present one until it is closed. The present one is kept here, not in
 * the library's own context: Payara's instrumentation ends whatever span it finds there.
 */
final class OpenSpan implements Tracing.Span {

  private static final ThreadLocal<Context> PRESENT = new ThreadLocal<>();

  private final Span span;
  private final Context before;

  OpenSpan(Span span) {
    this.span = span;
    this.before = PRESENT.get();
    PRESENT.set(Context.root().with(span));
  }

  /** What a span that begins now on this thread belongs to. */
  static Context present() {
    Context present = PRESENT.get();
    return present == null ? Context.root() : present;
  }

  @Override
  public Optional<String> traceId() {
    return Optional.of(span.getSpanContext())
        .filter(context -> context.isValid() && span.isRecording())
        .map(context -> context.getTraceId());
  }

  @Override
  public void name(String name) {
    span.updateName(name);
  }

  @Override
  public void fact(String key, String value) {
    span.setAttribute(key, value);
  }

  @Override
  public void failed(Throwable problem) {
    // The kind alone: a message may hold what somebody typed.
    span.setStatus(StatusCode.ERROR, problem.getClass().getName());
  }

  @Override
  public void close() {
    if (before == null) {
      PRESENT.remove();
    } else {
      PRESENT.set(before);
    }
    span.end();
  }
}
