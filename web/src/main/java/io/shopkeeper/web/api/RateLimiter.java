package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  @Inject private Settings settings;

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * What became of a request.
   *
   * @param remaining how many more at once
   * @param resetSeconds until the bucket is full again
   * @param retrySeconds until there is one again
   */
  public record Decision(boolean allowed, int remaining, int resetSeconds, int retrySeconds) {

    /** 429 with the time to wait. */
    public Response refusal() {
      return Response.fromResponse(
              Problem.of(429, "rate-limit", "Too many requests", "Slow down and try again shortly.")
                  .response())
          .header("Retry-After", retrySeconds)
          .build();
    }
  }

  /** Takes one from a key's bucket. */
  public Decision take(String keyId) {
    double perSecond = settings.number(ApiSettings.RATE).orElseThrow();
    return buckets.computeIfAbsent(keyId, id -> new Bucket()).take(perSecond);
  }

  /** How many at once. */
  static int burst() {
    return BURST;
  }

  private static final class Bucket {

    private double tokens = BURST;
    private long last = System.nanoTime();

    synchronized Decision take(double perSecond) {
      // Read here: a thread that had to wait would bring a time before the last one.
      long now = System.nanoTime();
      tokens = Math.min(BURST, tokens + (now - last) / 1e9 * perSecond);
      last = now;
      boolean allowed = tokens >= 1;
      if (allowed) {
        tokens -= 1;
      }
      return new Decision(
          allowed,
          (int) tokens,
          (int) Math.ceil((BURST - tokens) / perSecond),
          Math.max(1, (int) Math.ceil(1 / perSecond)));
    }
  }
}
