package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.fraud.boundary.cases.CaseDesk;
import io.shopkeeper.fraud.boundary.cases.QueueCount;
import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The queues of cases: what waits in each, and the next case of one. */
@Named("casesPage")
@RequestScoped
public class CasesPage {

  /** The value of a button for the next case of any queue. */
  private static final String ANY = "*";

  @Inject private CaseDesk desk;
  @Inject private CaseLook look;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;

  private List<QueueCount> queues;

  /** Hands out the next case of the queue whose button was pressed. */
  public void act() throws IOException {
    Optional<String> queue = asked.act("next");
    if (queue.isPresent()) {
      me.require(Right.JUDGE_PAYMENTS);
      next(queue.get());
    }
  }

  private void next(String queue) throws IOException {
    Optional<Long> found = desk.next(queue.equals(ANY) ? "" : queue, 0, look.worker());
    if (found.isEmpty()) {
      say.ok("case.nothing");
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(found.map(look::url).orElse("cases"));
  }

  /** What waits, by queue. */
  public List<QueueCount> getQueues() {
    if (queues == null) {
      queues = desk.queues();
    }
    return queues;
  }

  /** Whether there is anything to hand out. */
  public boolean isWaiting() {
    return getQueues().stream().anyMatch(each -> each.free() > 0);
  }

  /** How many wait for a supervisor. */
  public long getEscalated() {
    return desk.escalated();
  }

  /** The list of a queue. */
  public String url(String queue) {
    return "cases?state=ACTIVE&queue=" + queue;
  }
}
