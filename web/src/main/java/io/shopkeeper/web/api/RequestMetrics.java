package io.shopkeeper.web.api;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmCompilationMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmNativeMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Counts and times the requests, beside what the shop and the virtual machine tell. Nothing here
 * may outlive the application in the server's process: exemplars would keep a thread, and the
 * figures of allocations a listener of the virtual machine.
 */
@ApplicationScoped
public class RequestMetrics {

  private final PrometheusRegistry registry = new PrometheusRegistry();

  @Inject private ShopGauges gauges;

  private Counter requests;
  private Histogram seconds;

  @PostConstruct
  void begin() {
    requests =
        Counter.builder()
            .name("shopkeeper_http_requests_total")
            .help("Requests to the interface")
            .labelNames("resource", "method", "status")
            .withoutExemplars()
            .register(registry);
    seconds =
        Histogram.builder()
            .name("shopkeeper_http_request_seconds")
            .help("Time to answer")
            .labelNames("resource")
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5)
            .classicOnly()
            .withoutExemplars()
            .register(registry);
    JvmThreadsMetrics.builder().register(registry);
    JvmBufferPoolMetrics.builder().register(registry);
    JvmClassLoadingMetrics.builder().register(registry);
    JvmCompilationMetrics.builder().register(registry);
    JvmGarbageCollectorMetrics.builder().register(registry);
    JvmMemoryMetrics.builder().register(registry);
    JvmNativeMemoryMetrics.builder().register(registry);
    JvmRuntimeInfoMetric.builder().register(registry);
    ProcessMetrics.builder().register(registry);
    gauges.register(registry);
  }

  /**
   * Takes note of an answered request.
   *
   * @param resource the class that answered, so that no id becomes a label
   */
  void answered(String resource, String method, int status, double took) {
    requests.labelValues(resource, method, Integer.toString(status)).inc();
    seconds.labelValues(resource).observe(took);
  }

  /** The Prometheus text format 0.0.4. */
  String text() {
    var bytes = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(bytes, registry.scrape());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
