package io.shopkeeper.platform.registry;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who holds live versions in memory, for who is about to promote one. Safe for several threads. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ModelHolders {

  private final Map<String, List<Holder>> byModel = new ConcurrentHashMap<>();

  /** Serves a model. */
  @FunctionalInterface
  public interface Holder {

    /**
     * Reads a version that is about to be promoted, so that it need not be read again when it is.
     *
     * @return whether it can be read
     */
    boolean prepare(int version, byte[] artefact);
  }

  /** Takes one in. */
  public void add(String model, Holder holder) {
    byModel.computeIfAbsent(model, added -> new CopyOnWriteArrayList<>()).add(holder);
  }

  /**
   * Lets a version be read before it is promoted.
   *
   * @return false where nobody serves the model here, or it cannot be read
   */
  public boolean prepare(String model, int version, byte[] artefact) {
    List<Holder> holders = byModel.getOrDefault(model, List.of());
    boolean read = !holders.isEmpty();
    for (Holder holder : holders) {
      read &= holder.prepare(version, artefact);
    }
    return read;
  }
}
