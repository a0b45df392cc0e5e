package io.shopkeeper.fraud.notice;

import io.shopkeeper.fraud.boundary.notice.NoticeKind;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends what waits, on a thread of its own. After a target did not take a message its others wait
 * for the next look, so that a target that is away does not hold up the rest.
 */
@ManagedExecutorDefinition(name = NoticeSender.EXECUTOR, maxAsync = 1)
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeSender {

  /** The thread that does it. */
  static final String EXECUTOR = "java:app/concurrent/ShopkeeperNotices";

  private static final int PAGE = 50;
  private static final System.Logger LOG = System.getLogger(NoticeSender.class.getName());

  @Resource(lookup = EXECUTOR)
  private ManagedExecutorService executor;

  @Inject private NoticeLedger ledger;
  @Inject private Settings settings;
  @Inject private Clock clock;

  private final AtomicBoolean asked = new AtomicBoolean();
  private final Webhook webhook = new Webhook();

  /** After messages are committed. */
  public void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticesQueued news) {
    look();
  }

  /** Looks soon; asked many times, it looks once. */
  public void look() {
    if (!asked.getAndSet(true)) {
      var unused = executor.submit(this::sendAll);
    }
  }

  private void sendAll() {
    asked.set(false);
    try {
      Set<Long> away = new HashSet<>();
      List<NoticeLedger.Due> due = ledger.due(PAGE);
      for (NoticeLedger.Due one : due) {
        if (!away.contains(one.target()) && !send(one.id())) {
          away.add(one.target());
        }
      }
      if (due.size() == PAGE && away.isEmpty()) {
        look();
      }
    } catch (EJBException unreachable) {
      LOG.log(
          System.Logger.Level.WARNING,
          "SHOP-9080 Messages of cases could not be sent; the next look tries again",
          unreachable);
    }
  }

  /** Whether its target is there. */
  private boolean send(long id) {
    NoticeLedger.Sending sending = ledger.begin(id).orElse(null);
    if (sending == null) {
      return true;
    }
    try {
      if (sending.kind() == NoticeKind.WEBHOOK) {
        webhook.send(
            sending,
            clock.instant(),
            NoticeSettings.loopback(settings),
            NoticeSettings.internal(settings));
      } else {
        Mail.send(sending, NoticeSettings.mail(settings));
      }
      ledger.sent(id);
      return true;
    } catch (NotTakenException not) {
      if (ledger.failed(id, not.getMessage())) {
        LOG.log(
            System.Logger.Level.WARNING,
            "SHOP-9081 "
                + sending
                + " was refused too often and is tried no more: "
                + not.getMessage());
      }
      return false;
    }
  }
}
