/** The same few steps through the whole house on every server that the application is for. */
package io.shopkeeper.integration.smoke;
