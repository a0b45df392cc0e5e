package io.shopkeeper.platform.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.shopkeeper.platform.boundary.Tracing;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The library's tracer, as the environment configures it. */
@ApplicationScoped
public class Traces {

  private static final System.Logger LOG = System.getLogger(Traces.class.getName());
  private static final List<String> SWITCHES =
      List.of(
          "OTEL_TRACES_EXPORTER",
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

  private Optional<OpenTelemetrySdk> sdk = Optional.empty();
  private OpenTelemetry telemetry = OpenTelemetry.noop();
  private Tracer tracer;

  @PostConstruct
  void begin() {
    if (SWITCHES.stream()
        .map(System::getenv)
        .anyMatch(value -> value != null && !value.isBlank())) {
      // The environment's word goes before these.
      OpenTelemetrySdk made =
          AutoConfiguredOpenTelemetrySdk.builder()
              .setServiceClassLoader(Traces.class.getClassLoader())
              .addPropertiesSupplier(
                  () ->
                      Map.of(
                          "otel.service.name", "shopkeeper",
                          "otel.metrics.exporter", "none",
                          "otel.logs.exporter", "none",
                          "otel.exporter.otlp.protocol", "http/protobuf"))
              .build()
              .getOpenTelemetrySdk();
      sdk = Optional.of(made);
      telemetry = made;
      LOG.log(System.Logger.Level.INFO, "SHOP-0040 traces are sent to the collector");
    }
    tracer = telemetry.getTracer("io.shopkeeper");
  }

  @PreDestroy
  void end() {
    sdk.ifPresent(OpenTelemetrySdk::close);
  }

  /** A server's span, below the caller's where its headers name one. */
  public Tracing.Span request(String name, UnaryOperator<String> headers) {
    Context parent =
        telemetry
            .getPropagators()
            .getTextMapPropagator()
            .extract(Context.root(), headers, HeaderGetter.INSTANCE);
    return start(tracer.spanBuilder(name).setParent(parent).setSpanKind(SpanKind.SERVER));
  }

  /** A span of the shop's own. */
  public Tracing.Span work(String name) {
    return start(tracer.spanBuilder(name).setParent(OpenSpan.present()));
  }

  private static Tracing.Span start(SpanBuilder builder) {
    return new OpenSpan(builder.startSpan());
  }

  /** Reads headers by their names; what there is besides, nobody asks for. */
  private enum HeaderGetter implements TextMapGetter<UnaryOperator<String>> {
    INSTANCE;

    @Override
    public Iterable<String> keys(UnaryOperator<String> headers) {
      return List.of();
    }

    @Override
    public String get(UnaryOperator<String> headers, String key) {
      return headers == null ? null : headers.apply(key);
    }
  }
}
