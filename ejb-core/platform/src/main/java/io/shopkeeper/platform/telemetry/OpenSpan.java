package io.shopkeeper.platform.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.shopkeeper.platform.boundary.Tracing;
import java.util.Optional;

/** A span that is this thread's present one until it is closed. */
final class OpenSpan implements Tracing.Span {

  private final Span span;
  private final Scope scope;

  @SuppressWarnings("MustBeClosedChecker") // closed with this
  OpenSpan(Span span) {
    this.span = span;
    this.scope = span.makeCurrent();
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
    scope.close();
    span.end();
  }
}
