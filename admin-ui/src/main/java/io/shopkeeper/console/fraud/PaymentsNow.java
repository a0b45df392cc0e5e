package io.shopkeeper.console.fraud;

import io.shopkeeper.console.frame.Words;
import io.shopkeeper.fraud.boundary.DecidedPayment;
import io.shopkeeper.fraud.boundary.PaymentDesk;
import io.shopkeeper.fraud.boundary.RecentDecisions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is decided now. */
@Named
@RequestScoped
public class PaymentsNow {

  @Inject private PaymentDesk desk;
  @Inject private Words words;

  private RecentDecisions recent;

  /** An outcome and how often it was decided. */
  public record Count(String name, long decisions) {}

  @PostConstruct
  void begin() {
    recent = desk.recent();
  }

  /** Of the last hour, from the mildest outcome to the hardest. */
  public List<Count> getCounts() {
    return recent.counts().entrySet().stream()
        .map(entry -> new Count(words.of("decision", entry.getKey()), entry.getValue()))
        .toList();
  }

  /** The latest first. */
  public List<DecidedPayment> getLatest() {
    return recent.latest();
  }
}
