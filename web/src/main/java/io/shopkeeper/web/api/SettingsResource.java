package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.platform.boundary.SettingChange;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.SettingSource;
import io.shopkeeper.platform.boundary.SettingType;
import io.shopkeeper.platform.boundary.SettingView;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the shop can choose, as in the console. */
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@ApplicationScoped
public class SettingsResource {

  @Inject private Settings settings;
  @Inject private CurrentCaller caller;

  /**
   * A setting.
   *
   * @param least of a number; absent otherwise
   * @param most of a number, or characters of a text; absent otherwise
   * @param environmentVariable sets it in place of the shop, where it is in the server's
   *     environment; then {@code source} is {@code ENVIRONMENT} and it cannot be changed
   */
  public record SettingAnswer(
      String name,
      String group,
      String label,
      String help,
      SettingType type,
      String value,
      String defaultValue,
      SettingSource source,
      Long least,
      Long most,
      List<String> choices,
      String environmentVariable,
      Instant changedAt,
      String changedBy) {}

  /** The value that is wanted. */
  public record NewValue(String value) {}

  /** All settings. */
  @GET
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.CHANGE_SETTINGS)
  @Operation(summary = "All settings with what they may be and where their values come from")
  public List<SettingAnswer> all(@BeanParam Language language) {
    Locale locale = language.locale();
    return settings.all().stream().map(view -> answer(view, locale)).toList();
  }

  /** The last changes. */
  @GET
  @Path("/history")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.CHANGE_SETTINGS)
  @Operation(summary = "The last changes of all settings, newest first")
  public List<SettingChange> history(@QueryParam("n") @DefaultValue("50") int n) {
    return settings.history(Optional.empty(), n);
  }

  /** One setting. */
  @GET
  @Path("/{name}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.CHANGE_SETTINGS)
  @Operation(summary = "A setting; its ETag goes into If-Match of a change")
  public Response one(@PathParam("name") String name, @BeanParam Language language) {
    return respond(require(name), language);
  }

  /** The last changes of one setting. */
  @GET
  @Path("/{name}/history")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.CHANGE_SETTINGS)
  @Operation(summary = "The last changes of a setting, newest first")
  public List<SettingChange> history(
      @PathParam("name") String name, @QueryParam("n") @DefaultValue("50") int n) {
    require(name);
    return settings.history(Optional.of(name), n);
  }

  /** Sets it. */
  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.CHANGE_SETTINGS)
  @Operation(summary = "Set a setting; with If-Match only if nobody has changed it meanwhile")
  public Response change(
      @PathParam("name") String name,
      NewValue wanted,
      @Context Request request,
      @BeanParam Language language) {
    if (wanted == null || wanted.value() == null) {
      throw InvalidInputException.of("/value", "is missing; DELETE brings the default back");
    }
    Optional<Response> refusal = refusal(require(name), request);
    return refusal.isPresent()
        ? refusal.get()
        : respond(settings.change(name, wanted.value(), caller.name()), language);
  }

  /** Lets the default hold again. */
  @DELETE
  @Path("/{name}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.CHANGE_SETTINGS)
  @Operation(summary = "Let the default of a setting hold again")
  public Response reset(
      @PathParam("name") String name, @Context Request request, @BeanParam Language language) {
    Optional<Response> refusal = refusal(require(name), request);
    return refusal.isPresent()
        ? refusal.get()
        : respond(settings.reset(name, caller.name()), language);
  }

  private SettingView require(String name) {
    return settings.view(name).orElseThrow(() -> new NotFoundException("setting", name));
  }

  private static Optional<Response> refusal(SettingView present, Request request) {
    return request.evaluatePreconditions(tag(present)) == null
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                    412,
                    "changed-meanwhile",
                    "Changed meanwhile",
                    "Somebody has changed this setting since you read it. Read it again and decide"
                        + " anew.")
                .response());
  }

  private static Response respond(SettingView view, Language language) {
    return Response.ok(answer(view, language.locale())).tag(tag(view)).build();
  }

  private static EntityTag tag(SettingView view) {
    return new EntityTag(Integer.toHexString((view.source() + ":" + view.value()).hashCode()));
  }

  private static SettingAnswer answer(SettingView view, Locale locale) {
    SettingDefinition setting = view.definition();
    boolean number = setting.type() == SettingType.INTEGER;
    boolean text = setting.type() == SettingType.TEXT || setting.type() == SettingType.LONG_TEXT;
    return new SettingAnswer(
        setting.name(),
        setting.group(),
        setting.label(locale),
        setting.help(locale),
        setting.type(),
        view.value(),
        setting.defaultValue(),
        view.source(),
        number ? setting.least() : null,
        number || text ? setting.most() : null,
        setting.choices(),
        setting.environment(),
        view.changedAt(),
        view.changedBy());
  }
}
