package io.shopkeeper.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A token bucket for each key: a burst of so many, refilled at a steady rate. In memory of this
 * node. Safe for use by several threads.
 */
@ApplicationScoped
public class RateLimiter {

  private static final int BURST = 2000;
  private static final double PER_SECOND = number("SHOPKEEPER_RATE_PER_SECOND", 1000);

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * What became of a request.
   *
   * @param remaining how many more at once
   * @param resetSeconds until the bucket is full again
   */
  public record Decision(boolean allowed, int remaining, int resetSeconds) {

    /** 429 with the time to wait. */
    public Response refusal() {
      return Response.fromResponse(
              Problem.of(429, "rate-limit", "Too many requests", "Slow down and try again shortly.")
                  .response())
          .header("Retry-After", Math.max(1, (int) Math.ceil(1 / PER_SECOND)))
          .build();
    }
  }

  /** Takes one from a key's bucket. */
  public Decision take(String keyId) {
    return buckets.computeIfAbsent(keyId, id -> new Bucket()).take(System.nanoTime());
  }

  /** How many at once. */
  static int burst() {
    return BURST;
  }

  private static double number(String variable, double otherwise) {
    String text = System.getenv(variable);
    return text == null || !text.matches("\\d{1,9}") ? otherwise : Double.parseDouble(text);
  }

  private static final class Bucket {

    private double tokens = BURST;
    private long last = System.nanoTime();

    synchronized Decision take(long now) {
      tokens = Math.min(BURST, tokens + (now - last) / 1e9 * PER_SECOND);
      last = now;
      boolean allowed = tokens >= 1;
      if (allowed) {
        tokens -= 1;
      }
      return new Decision(allowed, (int) tokens, (int) Math.ceil((BURST - tokens) / PER_SECOND));
    }
  }
}
