package io.shopkeeper.platform.boundary;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of the request that this thread answers: in the answer's header {@code X-Request-Id}, in
 * a problem's {@code traceId}, and in every line of the log that comes of it.
 */
public final class RequestId {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private RequestId() {}

  /** While it is open, this thread answers that request. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /** Begins; closing brings back what was before. */
  public static Scope open(String id) {
    String before = CURRENT.get();
    CURRENT.set(id);
    return () -> {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    };
  }

  /** Of this thread's request, if it answers one. */
  public static Optional<String> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** One that came from outside, if it may be used as it is. */
  public static Optional<String> accept(String presented) {
    return Optional.ofNullable(presented).filter(text -> FORM.matcher(text).matches());
  }

  /** A new one. */
  public static String make() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
