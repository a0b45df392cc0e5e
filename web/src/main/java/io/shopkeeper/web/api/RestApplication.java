package io.shopkeeper.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the interface begins; resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
