package io.shopkeeper.web.api;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.shopkeeper.catalog.boundary.Imports;
import io.shopkeeper.catalog.boundary.quality.DataQuality;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What waits for people, as figures to be watched from outside. Read anew at each scrape. */
@Dependent
class ShopGauges {

  @Inject private DataQuality quality;
  @Inject private Imports imports;

  void register(PrometheusRegistry registry) {
    GaugeWithCallback.builder()
        .name("shopkeeper_data_alerts_open")
        .help("Alerts of data monitors that nobody looks after")
        .callback(gauge -> gauge.call((double) quality.openAlerts()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("shopkeeper_quarantined_rows")
        .help("Rows of imports that were set aside and wait to be mended")
        .callback(gauge -> gauge.call((double) imports.quarantineCount()))
        .register(registry);
  }
}
