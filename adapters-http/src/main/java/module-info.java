/** The Heroku platform API over OkHttp. */
module dev.keyport.http {
  requires transitive dev.keyport.domain;
  requires static org.jspecify;
  requires transitive okhttp3;
  requires tools.jackson.databind;

  exports dev.keyport.http;
  exports dev.keyport.http.okhttp;

  provides dev.keyport.domain.auth.AuthApiProvider with
      dev.keyport.http.HerokuApiProvider;
}
