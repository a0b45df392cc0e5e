package io.shopkeeper.integration.load;

import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ShopServer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks in the console, as an analyst would, whether payments are in a case yet, ten times a second
 * beside everything else.
 */
final class CaseWatch implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final ConsoleBrowser browser;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Long> asked = new ConcurrentHashMap<>();
  private final Map<String, Double> seconds = new ConcurrentHashMap<>();

  /**
   * Begins to look.
   *
   * @param any a payment that was judged before
   */
  CaseWatch(ShopServer shop, String any) {
    browser = new ConsoleBrowser(shop.base());
    browser.signIn("admin", shop.administratorPassword());
    // Analysts have the console open: the first look of all builds its pages.
    browser.get("console/payments");
    browser.get("console/payment?id=" + any);
    var unused = clock.scheduleWithFixedDelay(this::look, 0, 100, TimeUnit.MILLISECONDS);
  }

  /** Waits for a payment's case from now on. */
  void expect(String payment, long askedNanos) {
    asked.put(payment, askedNanos);
  }

  private void look() {
    asked.forEach(
        (payment, from) -> {
          if (!seconds.containsKey(payment)
              && browser.get("console/payment?id=" + payment).text().contains("case?id=")) {
            seconds.put(payment, (System.nanoTime() - from) / 1e9);
          }
        });
  }

  /** After how many seconds each payment's case was seen; not there for those that had none. */
  Map<String, Double> found() throws InterruptedException {
    for (int i = 0;
        i < PATIENCE_SECONDS * 10 && !seconds.keySet().containsAll(asked.keySet());
        i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return new HashMap<>(seconds);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
