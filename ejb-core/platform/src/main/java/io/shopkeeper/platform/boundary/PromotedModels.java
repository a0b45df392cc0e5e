package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.registry.ModelHolders;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The live versions of all models that somebody asked for, in memory, each as {@link PromotedModel}
 * says. One for all modules. Safe for several threads.
 *
 * <pre>{@code
 * models.current(KIND).map(serving -> serving.model().forecast(history))
 * }</pre>
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PromotedModels {

  @Inject private ModelRegistry registry;
  @Inject private ModelHolders holders;

  @Resource(lookup = PromotedModel.EXECUTOR)
  private ManagedExecutorService executor;

  private final Map<PromotedModel.Kind<?>, PromotedModel<?>> asked = new ConcurrentHashMap<>();

  /** Lets another version serve. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    asked.values().forEach(model -> model.promoted(event));
  }

  /** The version that serves; empty while none is live, or none can be read. */
  public <T> Optional<PromotedModel.Serving<T>> current(PromotedModel.Kind<T> kind) {
    return holder(kind).current();
  }

  /** What holds a kind's live version, always the same object: for who asks very often. */
  public <T> PromotedModel<T> holder(PromotedModel.Kind<T> kind) {
    PromotedModel<?> model = asked.get(kind);
    return of(model == null ? asked.computeIfAbsent(kind, this::begin) : model, kind);
  }

  /** The same where the name comes from a caller: only one of which a version is live is kept. */
  public <T> Optional<PromotedModel.Serving<T>> currentIfKnown(PromotedModel.Kind<T> kind) {
    return asked.containsKey(kind) || registry.live(kind.name()).isPresent()
        ? current(kind)
        : Optional.empty();
  }

  private <T> PromotedModel<T> begin(PromotedModel.Kind<T> kind) {
    var model = new PromotedModel<>(registry, executor, kind);
    holders.add(kind.name(), model::prepare);
    return model;
  }

  /** Kinds that are equal have one reader, so what lies under a kind is of its type. */
  @SuppressWarnings({"unchecked", "unused"})
  private static <T> PromotedModel<T> of(PromotedModel<?> model, PromotedModel.Kind<T> kind) {
    return (PromotedModel<T>) model;
  }
}
