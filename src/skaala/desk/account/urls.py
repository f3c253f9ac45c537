"""Addresses of account."""

from __future__ import annotations

from django.urls import path

from skaala.desk.account.views import account, keep, new_password, passkeys, security, sign_in, staying

public = [
    path("sign-in/", sign_in.SignIn.as_view(), name="sign-in"),
    path("sign-in/code/", sign_in.second_step, name="sign-in-code"),
    path("sign-in/passkey/", passkeys.sign_in, name="sign-in-passkey"),
    path("sign-in/passkey/options/", passkeys.options, name="passkey-options"),
    path("sign-in/forgotten/", new_password.forgotten, name="forgotten"),
    path("keep-account/<str:token>/", keep.keep, name="keep-account"),
    path("new-password/<str:token>/", new_password.new_password, name="new-password"),
]
urlpatterns = [
    path("sign-out/", sign_in.SignOut.as_view(), name="sign-out"),
    path("account/stay/", staying.stay, name="stay"),
    path("account/kept-form/drop/", staying.drop_kept_form, name="drop-kept-form"),
    path("account/", account.own_details, name="account"),
    path("account/password/", account.ChangePassword.as_view(), name="password"),
    path("account/confirm/", security.confirm, name="confirm-identity"),
    path("account/security/", security.security, name="security"),
    path("account/security/sessions/", security.end_other_sessions, name="end-other-sessions"),
    path("account/security/sessions/<int:session_id>/", security.end_session, name="end-session"),
    path("account/security/second-factor/", security.second_factor, name="second-factor"),
    path(
        "account/security/second-factor/remove/", security.remove_second_factor, name="remove-second-factor"
    ),
    path("account/security/passkeys/new/", passkeys.new, name="new-passkey"),
    path("account/security/passkeys/options/", passkeys.new_options, name="new-passkey-options"),
    path("account/security/passkeys/<int:passkey_id>/", passkeys.passkey, name="passkey"),
    path("account/security/passkeys/<int:passkey_id>/remove/", passkeys.remove, name="remove-passkey"),
    path("account/security/recovery-codes/", security.renew_codes, name="recovery-codes"),
]
