package io.shopkeeper.fraud.notice;

import io.shopkeeper.fraud.boundary.notice.NoticeKind;
import io.shopkeeper.fraud.entity.StoredNotice;
import io.shopkeeper.fraud.entity.StoredNoticeTarget;
import io.shopkeeper.platform.boundary.Sealing;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of sending, each in a transaction of its own; nothing is sent within one. */
@Stateless
public class NoticeLedger {

  /** A try takes no longer; after a crash the next comes then. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private NoticeStore store;
  @Inject private Sealing sealing;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /**
   * A message on its way.
   *
   * @param secret opened; empty for e-mail
   */
  public record Sending(
      long id,
      long target,
      NoticeKind kind,
      String address,
      String keyId,
      String secret,
      String body) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "message " + id + " to target " + target;
    }
  }

  /** A message and its target. */
  public record Due(long id, long target) {}

  /** What is to be tried now. */
  public List<Due> due(int most) {
    return store.due(clock.instant(), most).stream()
        .map(message -> new Due(message.id(), message.target()))
        .toList();
  }

  /** Begins a try; empty where somebody else does, or the message is gone. */
  public Optional<Sending> begin(long id) {
    Instant now = clock.instant();
    Optional<StoredNotice> message = store.message(id).filter(found -> found.due(now));
    message.ifPresent(found -> found.begin(now, PATIENCE));
    return message.flatMap(found -> store.target(found.target()).map(to -> sending(found, to)));
  }

  private Sending sending(StoredNotice message, StoredNoticeTarget to) {
    String sealed = to.sealedSecret();
    return new Sending(
        message.id(),
        to.id(),
        to.kind(),
        to.address(),
        to.keyId(),
        sealed.isEmpty() ? "" : sealing.open(sealed),
        message.body());
  }

  /** It was taken. */
  public void sent(long id) {
    store.message(id).ifPresent(message -> message.sent(clock.instant()));
  }

  /**
   * It was not taken.
   *
   * @return whether it is dead now
   */
  public boolean failed(long id, String why) {
    Optional<StoredNotice> found = store.message(id);
    boolean last =
        found.filter(message -> message.tries() >= NoticeSettings.tries(settings)).isPresent();
    found.ifPresent(
        message -> {
          if (last) {
            message.die(why);
          } else {
            message.failed(
                why, clock.instant().plus(NoticeSettings.wait(settings, message.tries())));
          }
        });
    return last;
  }

  /** Forgets what was taken long ago. */
  public int sweep() {
    return store.removeSentBefore(clock.instant().minus(KEPT));
  }
}
