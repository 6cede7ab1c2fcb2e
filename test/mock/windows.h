//===- windows.h - declarations for tests ---------------------------------------===//
//
// Part of Tamga, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Names and signatures of the Windows SDK, as in mingw-w64 10.0.0.
#pragma once

extern "C" {
typedef void *HWND;
typedef void *HANDLE;
typedef void *HDC;
typedef void *HWAVEOUT;
typedef const char *LPCSTR;
typedef const wchar_t *LPCWSTR;
typedef char *LPSTR;
typedef unsigned int UINT;
typedef unsigned long DWORD;
typedef unsigned long long WPARAM;
typedef long long LPARAM;
typedef long long LRESULT;
typedef int BOOL;
typedef struct tagRECT {
  long left, top, right, bottom;
} RECT, *LPRECT;
typedef struct wavehdr_tag {
  LPSTR lpData;
  DWORD dwBufferLength;
} WAVEHDR, *LPWAVEHDR;
#define WM_SETTEXT 0x000C
#define WM_TIMER 0x0113
BOOL SetWindowTextA(HWND window, LPCSTR text);
BOOL SetWindowTextW(HWND window, LPCWSTR text);
BOOL SetDlgItemTextA(HWND dialog, int item, LPCSTR text);
int MessageBoxA(HWND window, LPCSTR text, LPCSTR caption, UINT type);
int DrawTextA(HDC context, LPCSTR text, int count, LPRECT rectangle, UINT format);
BOOL TextOutA(HDC context, int x, int y, LPCSTR text, int count);
LRESULT SendMessageA(HWND window, UINT message, WPARAM word, LPARAM parameter);
void OutputDebugStringA(LPCSTR text);
UINT waveOutWrite(HWAVEOUT device, LPWAVEHDR header, UINT size);
}
