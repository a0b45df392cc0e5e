package io.shopkeeper.web.api;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.catalog.boundary.quality.DataQuality;
import io.shopkeeper.recommendation.boundary.Experiments;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;

/** What waits for people, as figures to be watched from outside. Read anew at each scrape. */
@Dependent
class ShopGauges {

  private static final Logger LOG = System.getLogger(ShopGauges.class.getName());

  @Inject private DataQuality quality;
  @Inject private Imports imports;
  @Inject private Experiments experiments;

  void register(PrometheusRegistry registry) {
    GaugeWithCallback.builder()
        .name("shopkeeper_data_alerts_open")
        .help("Alerts of data monitors that nobody looks after")
        .callback(gauge -> say(gauge, quality::openAlerts))
        .register(registry);
    GaugeWithCallback.builder()
        .name("shopkeeper_quarantined_rows")
        .help("Rows of imports that were set aside and wait to be mended")
        .callback(gauge -> say(gauge, imports::quarantineCount))
        .register(registry);
    CounterWithCallback.builder()
        .name("shopkeeper_impressions_written_total")
        .help("Answers of placements that were logged for experiments")
        .callback(counter -> counter.call((double) experiments.log().written()))
        .register(registry);
    CounterWithCallback.builder()
        .name("shopkeeper_impressions_dropped_total")
        .help(
            "Answers of placements that could not be logged: the log was full, or the database away")
        .callback(counter -> counter.call((double) experiments.log().dropped()))
        .register(registry);
  }

  /** Without its database the shop still tells the other figures: these are left out then. */
  private static void say(GaugeWithCallback.Callback gauge, LongSupplier figure) {
    try {
      gauge.call((double) figure.getAsLong());
    } catch (EJBException unreachable) {
      LOG.log(Level.DEBUG, "a figure could not be read", unreachable);
    }
  }
}
