/** The REST interface from outside: what it takes, what it refuses, and how it says so. */
package io.shopkeeper.integration.rest;
