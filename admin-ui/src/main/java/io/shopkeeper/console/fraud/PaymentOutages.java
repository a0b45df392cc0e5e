package io.shopkeeper.console.fraud;

import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.fraud.boundary.OutageDesk;
import io.shopkeeper.fraud.boundary.OutageReport;
import io.shopkeeper.fraud.boundary.OutageView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What was missing when payments were judged. */
@Named
@RequestScoped
public class PaymentOutages {

  @Inject private OutageDesk desk;

  private OutageReport report;

  @PostConstruct
  void begin() {
    report = desk.report();
  }

  /** What is missing now, and what was. */
  public OutageReport getReport() {
    return report;
  }

  /** Whether decisions had to be stored afterwards. */
  public boolean stored(OutageView outage) {
    return outage.missing() == Missing.STORAGE;
  }
}
