// Intel RealSense ID, FaceAuthenticator.h: names and signatures.
#pragma once
namespace RealSenseID {
enum class Status { Ok };
enum class EnrollStatus { Success };
enum class AuthenticateStatus { Success, Forbidden };
class EnrollmentCallback {
public:
  virtual ~EnrollmentCallback() = default;
  virtual void OnResult(EnrollStatus status) = 0;
};
class AuthenticationCallback {
public:
  virtual ~AuthenticationCallback() = default;
  virtual void OnResult(AuthenticateStatus status, const char *user_id) = 0;
};
struct Faceprints { short features[515]; };
class FaceAuthenticator {
public:
  Status Enroll(EnrollmentCallback &callback, const char *user_id);
  EnrollStatus EnrollImage(const char *user_id, const unsigned char *buffer, unsigned int width,
                           unsigned int height);
  Status Authenticate(AuthenticationCallback &callback);
  Status RemoveUser(const char *user_id);
  Status GetUsersFaceprints(Faceprints *user_features, unsigned int &num_of_users);
  Status Standby();
};
} // namespace RealSenseID
