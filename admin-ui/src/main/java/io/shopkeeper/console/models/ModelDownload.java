package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.ModelBundles;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A version as a signed bundle, or one of its files. */
@WebServlet("/model-file")
public class ModelDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient ModelRegistry registry;
  @Inject private transient ModelBundles bundles;
  @Inject private transient Me me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = String.valueOf(request.getParameter("name"));
    int version = number(request.getParameter("version"));
    String file = request.getParameter("file");
    try {
      byte[] bytes = file == null ? bundle(name, version) : registry.file(name, version, file);
      response.setContentType(file == null ? "application/zip" : "application/octet-stream");
      response.setHeader(
          "Content-Disposition",
          "attachment; filename=\"%s-v%d%s\""
              .formatted(name, version, file == null ? ".zip" : "-" + file));
      response.getOutputStream().write(bytes);
    } catch (NotFoundException missing) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (ConflictException gone) {
      response.sendError(HttpServletResponse.SC_CONFLICT, gone.getMessage());
    }
  }

  private byte[] bundle(String name, int version) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bundles.export(name, version, bytes, me.getName());
    return bytes.toByteArray();
  }

  private static int number(String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
