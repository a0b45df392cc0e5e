package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.ModelCards;
import io.shopkeeper.platform.boundary.ModelComparison;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.platform.boundary.StageChange;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.platform.boundary.TuningOrders;
import io.shopkeeper.training.TuningOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Training, promoting and rolling back, as in the console. */
@Path("/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
@ApplicationScoped
public class ModelsResource {

  @Inject private ModelRegistry registry;
  @Inject private ModelCards cards;
  @Inject @Any private Instance<Trainable> trainables;
  @Inject private CurrentCaller caller;

  /**
   * A model.
   *
   * @param live the version that serves; absent while none does
   * @param versions newest first
   */
  public record Model(
      String name,
      ModelVersionView live,
      List<ModelVersionView> versions,
      List<String> algorithms) {}

  /**
   * What to train; null for what is usual.
   *
   * @param options by the names that {@code GET …/algorithms} tells; in place of the preset's
   * @param executor {@code auto}, {@code worker} or {@code server}
   * @param evaluation such as {@code time:0.2} or {@code kfold:5}
   * @param tuning how options are looked for; null where they stay as they are
   */
  public record TrainingOrder(
      String algorithm,
      String preset,
      Map<String, Object> options,
      Long seed,
      String executor,
      String evaluation,
      Search tuning) {

    /**
     * A search for options; null for what is usual.
     *
     * @param ranges the options that are searched, a number's range as {@code 0.01..1}; empty or
     *     null for all that can be searched
     */
    public record Search(
        String strategy, Integer trials, Integer minutes, Map<String, String> ranges) {

      TuningOrder order() {
        return TuningOrders.of(strategy, trials, minutes, ranges);
      }
    }

    TrainingRequest request() {
      var texts = new LinkedHashMap<String, String>();
      if (options != null) {
        options.forEach((name, value) -> texts.put(name, text(name, value)));
      }
      return new TrainingRequest(
          algorithm,
          preset,
          texts,
          seed,
          executor,
          evaluation,
          tuning == null ? null : tuning.order());
    }

    private static String text(String name, Object value) {
      if (value instanceof List<?> several) {
        return String.join(", ", several.stream().map(one -> text(name, one)).toList());
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean) {
        return value.toString();
      }
      throw InvalidInputException.of(
          "/options/" + name, "must be a number, a text, true, false, or a list of them");
    }
  }

  /**
   * Why somebody acts.
   *
   * @param overGate with a promotion: whether the version is to serve even if the quality gate
   *     refuses it; null for no
   */
  public record Act(String reason, Boolean overGate) {

    static boolean insists(Act act) {
      return act != null && Boolean.TRUE.equals(act.overGate());
    }

    static String reasonOf(Act act) {
      return act == null || act.reason() == null ? "by REST" : act.reason();
    }
  }

  /** All models. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The models with their live versions")
  public List<Model> all() {
    var names = new TreeSet<>(registry.names());
    trainables.forEach(trainable -> names.addAll(trainable.models()));
    return names.stream().map(this::model).toList();
  }

  /** One model. */
  @GET
  @Path("/{name}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "A model with its versions")
  public Model one(@PathParam("name") String name) {
    return model(require(name));
  }

  /** What happened to it. */
  @GET
  @Path("/{name}/history")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "Promotions and rollbacks, newest first")
  public List<StageChange> history(@PathParam("name") String name) {
    return registry.history(require(name));
  }

  /** Starts a training. */
  @POST
  @Path("/{name}/train")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.TRAIN_MODELS)
  @Operation(summary = "Start a training as a job")
  public Response train(@PathParam("name") String name, TrainingOrder order) {
    Trainable trainable =
        trainable(name).orElseThrow(() -> new NotFoundException("model to train", name));
    JobView job =
        trainable.train(
            name, order == null ? TrainingRequest.USUAL : order.request(), caller.name());
    return Response.accepted(job).build();
  }

  /** What can be chosen of its training. */
  @GET
  @Path("/{name}/algorithms")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "The algorithms of a model, their presets and options",
      description =
          "Each option with its type, range, choices and usual value: enough to make a form of."
              + " Labels and helps are in English or Chinese.")
  public List<AlgorithmForm> algorithms(
      @PathParam("name") String name, @BeanParam Language language) {
    return trainable(name)
        .orElseThrow(() -> new NotFoundException("model to train", name))
        .forms(name, language.locale());
  }

  /** Lets the version serve that did before. */
  @POST
  @Path("/{name}:rollback")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.PROMOTE_MODELS)
  @Operation(summary = "Let the version serve that did before the live one")
  public ModelVersionView rollback(@PathParam("name") String name, Act act) {
    return registry.rollback(require(name), caller.name(), Act.reasonOf(act));
  }

  /** Two versions. */
  @GET
  @Path("/{name}/compare")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(
      summary = "Two versions side by side",
      description =
          "A metric is better or worse only if it differs by more than two standard errors of the"
              + " difference.")
  public ModelComparison compare(
      @PathParam("name") String name, @QueryParam("a") int a, @QueryParam("b") int b) {
    return registry.compare(require(name), a, b);
  }

  /** What people say of it. */
  @GET
  @Path("/{name}/card")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "Intended use and limits of a model, in both languages")
  public CardTexts cardTexts(@PathParam("name") String name) {
    return cards.texts(require(name));
  }

  /** Says it anew. */
  @PUT
  @Path("/{name}/card")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.DESCRIBE_MODELS)
  @Operation(summary = "Write intended use and limits of a model")
  public CardTexts writeCard(@PathParam("name") String name, CardTexts texts) {
    return cards.write(require(name), texts == null ? CardTexts.NONE : texts, caller.name());
  }

  private String require(String name) {
    if (trainable(name).isEmpty() && !registry.names().contains(name)) {
      throw new NotFoundException("model", name);
    }
    return name;
  }

  private Model model(String name) {
    return new Model(
        name,
        registry.live(name).orElse(null),
        registry.versions(name),
        trainable(name).map(found -> found.algorithms(name)).orElse(List.of()));
  }

  private Optional<Trainable> trainable(String name) {
    return trainables.stream().filter(trainable -> trainable.models().contains(name)).findFirst();
  }
}
