package io.shopkeeper.fraud.boundary.notice;

import io.shopkeeper.fraud.entity.StoredNotice;
import io.shopkeeper.fraud.entity.StoredNoticeTarget;
import io.shopkeeper.fraud.notice.NoticeBody;
import io.shopkeeper.fraud.notice.NoticeSettings;
import io.shopkeeper.fraud.notice.NoticeStore;
import io.shopkeeper.fraud.notice.NoticesQueued;
import io.shopkeeper.fraud.notice.TargetCheck;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Sealing;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Who is told of new cases, and the messages that could not be delivered. Each act is in the audit
 * log. The secret of a webhook is shown once, when it is made, and kept locked up.
 */
@Stateless
public class NoticeDesk {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int KEY_BYTES = 6;

  @Inject private NoticeStore store;
  @Inject private Sealing sealing;
  @Inject private Settings settings;
  @Inject private AuditTrail audit;
  @Inject private Event<NoticesQueued> queued;
  @Inject private Clock clock;

  /** All, by name. */
  public List<NoticeTarget> targets() {
    return store.targets().stream().map(this::view).toList();
  }

  private NoticeTarget view(StoredNoticeTarget target) {
    return target.view(
        store.count(target.id(), NoticeState.WAITING), store.count(target.id(), NoticeState.DEAD));
  }

  /** Whether e-mail can be sent: a server and a sender are set. */
  public boolean mails() {
    return NoticeSettings.mail(settings).isPresent();
  }

  /**
   * Adds one.
   *
   * @throws InvalidInputException with every fault
   */
  public NoticeMade add(NoticeOrder order, String by) {
    check(order);
    var target = new StoredNoticeTarget(order, by, clock.instant());
    String secret = "";
    if (order.kind() == NoticeKind.WEBHOOK) {
      secret = "whsec_" + random(SECRET_BYTES);
      target.sign("wk_" + random(KEY_BYTES), sealing.lock(secret));
    }
    store.add(target);
    audit.record(by, "notice.add", "alert target " + target.id(), spoken(order));
    return new NoticeMade(view(target), secret);
  }

  private static String random(int bytes) {
    byte[] made = new byte[bytes];
    RANDOM.nextBytes(made);
    return HexFormat.of().formatHex(made);
  }

  private void check(NoticeOrder order) {
    List<FieldError> faults =
        TargetCheck.faults(
            order, NoticeSettings.loopback(settings), NoticeSettings.internal(settings));
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
  }

  private static String spoken(NoticeOrder order) {
    return "%s %s %s from %s%s"
        .formatted(
            order.name(),
            order.kind(),
            order.address(),
            order.least(),
            order.queue().isEmpty() ? "" : " of " + order.queue());
  }

  /**
   * Changes one; messages that wait or are dead go to the new address.
   *
   * @param order with the kind that it has
   * @throws InvalidInputException with every fault
   */
  public void change(long id, NoticeOrder order, String by) {
    StoredNoticeTarget target = require(id);
    NoticeOrder whole =
        new NoticeOrder(order.name(), target.kind(), order.address(), order.least(), order.queue());
    check(whole);
    target.change(whole);
    audit.record(by, "notice.change", "alert target " + id, spoken(whole));
  }

  /** Stops telling it of cases, or goes on; what waits meanwhile is kept. */
  public void activate(long id, boolean active, String by) {
    require(id).activate(active);
    audit.record(by, active ? "notice.on" : "notice.off", "alert target " + id, "");
  }

  /** Removes one with its messages. */
  public void remove(long id, String by) {
    StoredNoticeTarget target = require(id);
    store.remove(target);
    audit.record(by, "notice.remove", "alert target " + id, target.view(0, 0).address());
  }

  /** Makes another secret; the one before signs nothing any more. */
  public NoticeMade renew(long id, String by) {
    StoredNoticeTarget target = require(id);
    if (target.kind() != NoticeKind.WEBHOOK) {
      throw InvalidInputException.of("/kind", "must be a webhook: e-mail is not signed");
    }
    String secret = "whsec_" + random(SECRET_BYTES);
    target.sign("wk_" + random(KEY_BYTES), sealing.lock(secret));
    audit.record(by, "notice.renew", "alert target " + id, target.view(0, 0).keyId());
    return new NoticeMade(view(target), secret);
  }

  /** Sends a trial message, to see whether it arrives. */
  public void tryOut(long id, String by) {
    Instant now = clock.instant();
    store.add(new StoredNotice(require(id).id(), 0, NoticeBody.trial(now), now));
    audit.record(by, "notice.try", "alert target " + id, "");
    queued.fire(new NoticesQueued());
  }

  /** The latest messages, of one target or of all. */
  public List<NoticeView> messages(NoticeState state, int most) {
    return store.messages(state, most);
  }

  /** Lets a dead message go out again, as if it were new. */
  public void again(long id, String by) {
    StoredNotice message =
        store.message(id).orElseThrow(() -> new NotFoundException("message", Long.toString(id)));
    message.again(clock.instant());
    audit.record(by, "notice.again", "message " + id, "");
    queued.fire(new NoticesQueued());
  }

  private StoredNoticeTarget require(long id) {
    return store
        .target(id)
        .orElseThrow(() -> new NotFoundException("alert target", Long.toString(id)));
  }
}
